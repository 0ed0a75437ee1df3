/**
 * How far the long proofs go: walks, simulation, their replays, and the bundles of all Lambdas. Every `npm test` goes a part of the way, far
 * enough to meet nearly every transition and refusal; all of it is `npm run prove`, which the continuous build runs too.
 */
export const extent = process.env['PROVE']
  ? ({ whole: true, walks: 10_000, households: 3_000, replayed: 200, lives: 20 } as const)
  : ({ whole: false, walks: 600, households: 200, replayed: 12, lives: 2 } as const);
