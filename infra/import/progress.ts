/** What is shown while files are read: a bar on a terminal, otherwise a plain line now and then. */
export interface Progress {
  /** A file begins; shares are of 1. */
  start(name: string): void;
  move(share: number, rows: number): void;
  /** The file is done: a line stays. */
  end(line: string): void;
}

interface Screen {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

const WIDTH = 24;
const REDRAW_MS = 100;
const SAY_MS = 10_000;

const bar = (share: number): string => {
  const full = Math.round(Math.min(1, Math.max(0, share)) * WIDTH);
  return '█'.repeat(full) + '░'.repeat(WIDTH - full);
};

export function progressOn(screen: Screen, now: () => number = () => performance.now()): Progress {
  let name = '';
  let begun = 0;
  let said = 0;
  const told = (share: number, rows: number): string => {
    const seconds = Math.max(0.001, (now() - begun) / 1000);
    const rate = Math.round(rows / seconds).toLocaleString('en-US');
    return `${Math.floor(Math.min(1, share) * 100)}% ${rows.toLocaleString('en-US')} 行 rows ${rate}/s`;
  };
  return {
    start(file) {
      name = file;
      begun = now();
      said = begun;
    },
    move(share, rows) {
      if (now() - said < (screen.isTTY ? REDRAW_MS : SAY_MS)) return;
      said = now();
      screen.write(
        screen.isTTY ? `\r\x1b[K${name} ${bar(share)} ${told(share, rows)}` : `${name} ${told(share, rows)}\n`,
      );
    },
    end(line) {
      screen.write(screen.isTTY ? `\r\x1b[K${line}\n` : `${line}\n`);
    },
  };
}
