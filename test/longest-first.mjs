import Sequencer from '@jest/test-sequencer';

/** Folders whose files take longest: whole hosts and long proofs. */
const long = ['flow', 'property', 'simulation', 'operations', 'ledger', 'infra'];

/**
 * Starts with what takes longest, also on a fresh clone, where Jest knows no times and goes by size: a long file that starts last keeps one
 * worker waiting for the other.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const weight = ({ path }) => {
      const at = long.findIndex((folder) => path.includes(`/test/${folder}/`));
      return at < 0 ? long.length : at;
    };
    return super.sort(tests).sort((a, b) => weight(a) - weight(b));
  }
}
