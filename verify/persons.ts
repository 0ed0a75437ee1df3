import canonicalize from 'canonicalize';
import { Disclosures, ProofPack } from '../schemas/ledger.ts';
import { eventName, type LoggedEvent, readEntry } from './entry.ts';
import { sha256Hex } from './tree.ts';
import { type Finding, incomplete, tampered, type Verdict } from './verdict.ts';

type Person = Disclosures['persons'][number];

/** What an event commits to of a record: SHA-256 over a heading, the salt, and whose record it is with the record (RFC 8785). */
const commitmentOf = ({ salt, token, data }: Person): string =>
  sha256Hex(`sunlight-person/1\n${salt}\n${canonicalize({ token, data }) ?? ''}`);

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

function faultOf(person: Person, i: number, committed: ReadonlyMap<string, readonly unknown[]>): readonly Finding[] {
  const place = `persons[${i}] ${person.token}`;
  const commitments = committed.get(person.by);
  if (!commitments)
    return [
      incomplete(place, `缺少作出承诺的事件 ${person.by}`, `the event that commits to it is not there: ${person.by}`),
    ];
  return commitments.includes(commitmentOf(person))
    ? []
    : [tampered(place, '个人信息与登记时不符', `not the record that ${person.by} commits to`)];
}

/**
 * Disclosed personal records against what the events of their pack, and where it is given of the log, commit to. The records prove
 * nothing without the pack, and the pack stays valid without them: who was erased is in neither.
 */
export function disclosedPersons(text: string, packText: string) {
  const disclosed = Disclosures.safeParse(jsonOf(text)).data;
  const pack = ProofPack.safeParse(jsonOf(packText)).data;
  const asked = new Set(disclosed?.persons.map(({ by }) => by));
  const committed = new Map<string, readonly unknown[]>();
  const take = (event: LoggedEvent): void => {
    if (asked.has(eventName(event))) committed.set(eventName(event), event.commitments ?? []);
  };
  for (const { entry } of pack?.events ?? []) {
    const event = readEntry(Buffer.from(entry, 'utf8'));
    if (event) take(event);
  }
  return {
    take,
    verdict(): Verdict {
      if (!disclosed || disclosed.caseId !== pack?.caseId)
        return { findings: [tampered('persons', '不是本案的披露文件', 'no disclosures of this case')], checked: {} };
      const findings = disclosed.persons.flatMap((person, i) => faultOf(person, i, committed));
      return { findings, checked: { persons: disclosed.persons.length } };
    },
  };
}
