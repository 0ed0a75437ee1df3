/**
 * The bundles of the Lambdas carry these few calls in the place of the AWS SDK, under the SDK's own names (infra/aws/build swaps
 * them in): a third of the size, and the credential chain cannot reach anything but the function's own role. What is written
 * against the SDK and tested with it runs here unchanged; tests hold both against the same engine and the same signatures.
 */
export interface Command {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

type CommandMaker = new (input: Command['input']) => Command;

/** The maker of one command, to be called with `new` as the SDK's are. */
export const commandNamed = (operation: string): CommandMaker =>
  function make(input: Command['input']): Command {
    return { operation, input };
  } as unknown as CommandMaker;

/** The operation of a command of ours or of the SDK. */
export const operationOf = (command: object): string =>
  'operation' in command && typeof command.operation === 'string'
    ? command.operation
    : command.constructor.name.replace(/Command$/, '');
