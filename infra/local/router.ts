import type { Step } from '../../functions/core/step.ts';

export interface Match {
  readonly step: Step;
  readonly params: Readonly<Record<string, string>>;
}

interface Compiled {
  readonly step: Step;
  readonly method: string;
  readonly names: readonly string[];
  readonly pattern: RegExp;
  /** Routes with fewer parameters are more specific and win. */
  readonly rank: number;
}

const compile = (step: Step): Compiled => {
  const [method = '', path = ''] = step.route.split(' ');
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '([^/]{1,200})')}$`);
  return { step, method, names, pattern, rank: names.length };
};

export interface Router {
  /** The step behind a method and path; 'method' when only another method is known, undefined when nothing is. */
  find(method: string, path: string): Match | 'method' | undefined;
}

/** Routes are those of the declarations; dockets have none. */
export function routerOf(steps: readonly Step[]): Router {
  const compiled = steps
    .filter(({ route }) => !route.startsWith('DOCKET '))
    .map(compile)
    .sort((a, b) => a.rank - b.rank);
  return {
    find(method, path) {
      const matching = compiled.filter(({ pattern }) => pattern.test(path));
      const found = matching.find((one) => one.method === method);
      if (!found) return matching.length > 0 ? 'method' : undefined;
      const values = found.pattern.exec(path)?.slice(1) ?? [];
      return {
        step: found.step,
        params: Object.fromEntries(found.names.map((name, i) => [name, decode(values[i] ?? '')])),
      };
    },
  };
}

/** A malformed escape stays as it is: it will match nothing. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
