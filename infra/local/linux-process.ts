import { readFileSync, readlinkSync } from 'node:fs';

/** A process that no other can be mistaken for: numbers are used again, number and start together are not. */
export interface ProcessMark {
  readonly pid: number;
  /** Start of the process in clock ticks since boot. */
  readonly startTicks: string;
}

/** The mark of a live process, or null when there is none with this number (a zombie counts as none). */
export function processMark(pid: number): ProcessMark | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may itself hold spaces and parentheses: fields count from the last one.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const startTicks = fields[18];
    return startTicks === undefined || state === 'Z' || state === 'X' ? null : { pid, startTicks };
  } catch {
    return null;
  }
}

export const isAlive = (mark: ProcessMark): boolean => processMark(mark.pid)?.startTicks === mark.startTicks;

/** The program a process runs and its arguments, or null when it is gone or not ours to see. */
export function programOf(pid: number): { readonly program: string; readonly args: readonly string[] } | null {
  try {
    const program = readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, '');
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(1, -1);
    return { program, args };
  } catch {
    return null;
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Ends a process: SIGTERM, and SIGKILL when it has not gone after two seconds. */
export async function endProcess(mark: ProcessMark): Promise<void> {
  for (let waited = 0; isAlive(mark); waited += 20) {
    if (waited === 0) process.kill(mark.pid, 'SIGTERM');
    if (waited === 2_000) process.kill(mark.pid, 'SIGKILL');
    if (waited > 10_000) throw new Error(`Process ${mark.pid} does not end`);
    await sleep(20);
  }
}
