import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { platforms } from '../../infra/aws/platform.ts';
import { sunlightApp } from '../../infra/aws/sunlight-app.ts';

const Resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
});
export type Resource = z.infer<typeof Resource>;
const Template = z.looseObject({ Resources: z.record(z.string(), Resource) });

export interface Stack {
  readonly partition: string;
  readonly name: string;
  readonly text: string;
  readonly resources: readonly Resource[];
  /** Logical ids, in the order of the resources. */
  readonly ids: readonly string[];
}

/** Every stack of both partitions, without bundles: the templates are the same but for the code. */
export function synthesised(): readonly Stack[] {
  return platforms.flatMap((platform) => {
    const outdir = mkdtempSync(join(tmpdir(), 'sunlight-synth-'));
    try {
      const { stacks } = sunlightApp({ platform, outdir, bundles: 'none', unruled: true }).synth();
      return stacks.map(({ stackName, template }) => {
        const { Resources } = Template.parse(template);
        return {
          partition: platform.partition,
          name: stackName,
          text: JSON.stringify(template),
          resources: Object.values(Resources),
          ids: Object.keys(Resources),
        };
      });
    } finally {
      rmSync(outdir, { recursive: true });
    }
  });
}

const Listed = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const Statement = z.looseObject({
  Effect: z.enum(['Allow', 'Deny']),
  Action: Listed,
  Resource: z.unknown(),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
});
export type Statement = z.infer<typeof Statement>;
const Document = z.looseObject({ Statement: z.array(Statement) });

const Policies = z.array(z.object({ PolicyDocument: Document })).default([]);
const Attached = z.object({ PolicyDocument: Document, Roles: z.array(z.unknown()) });

/** Roles with everything they may do, inline and by policies attached to them. */
export function rolesOf({
  resources,
  ids,
}: Stack): readonly { readonly name: string; readonly statements: Statement[] }[] {
  const attached = resources
    .filter(({ Type }) => Type === 'AWS::IAM::Policy')
    .map(({ Properties }) => Attached.parse(Properties));
  return resources.flatMap(({ Type, Properties }, i) => {
    if (Type !== 'AWS::IAM::Role') return [];
    const own = Policies.parse(Properties['Policies']).flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    const more = attached
      .filter(({ Roles }) => JSON.stringify(Roles).includes(`"Ref":"${ids[i]}"`))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    return [{ name: String(Properties['Description'] ?? ''), statements: [...own, ...more] }];
  });
}
