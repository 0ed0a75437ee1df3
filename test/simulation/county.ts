import { addDays, nextDay } from '../../functions/law/calendar.ts';
import { closedStates } from '../../functions/law/procedure.ts';
import { residentId } from '../applications.ts';
import { honestNext } from '../property/honest-moves.ts';
import { type House, houseOf } from '../property/house.ts';
import { houseOfProgram, otherPrograms } from '../property/program-house.ts';
import { randomOf } from '../property/random.ts';
import { countyWorld, type Scene, stateOf } from '../property/scene.ts';
import { command, type Walked } from '../property/walk.ts';
import { wickedMove } from '../property/wicked-moves.ts';
import type { World } from '../world.ts';

/** What is simulated: so many households of one county, over these civil days, from this seed. */
export interface Course {
  readonly seed: number;
  readonly households: number;
  readonly from: string;
  readonly to: string;
  /** How often somebody does what an honest township would not do next. */
  readonly dishonest: number;
  /** Share of households that ask for another program than 低保. */
  readonly otherPrograms: number;
}

/** A household, and its own clock in the world that all share. */
interface Resident {
  readonly scene: Scene;
  readonly house: House;
}

const births = ['1985-11-20', '1987-06-04', '2015-09-01', '1958-03-12'] as const;
/** A birthday has 999 numbers; households beyond that are born a day later. */
const SERIALS = 999;
/** Commands a household may bring about in one day: a morning is no year. */
const A_DAY = 4;

function residentOf(course: Course, nth: number, world: World): Resident {
  const random = randomOf(course.seed * 1_000_003 + nth);
  const plain = houseOf(course.seed, 0, random);
  const persons = plain.persons.map((person, i) => {
    const birthOn = addDays(births[i] ?? person.birthOn, Math.floor(nth / SERIALS));
    return { ...person, birthOn, idNumber: residentId(birthOn.replaceAll('-', ''), 1 + (nth % SERIALS)) };
  });
  const own: House = { ...plain, persons, owner: `h-${nth}`, externalNo: `SIM-${nth}`, kin: undefined, cases: [] };
  const other = random.chance(course.otherPrograms) ? random.pick(otherPrograms) : undefined;
  const house = other ? houseOfProgram(own, other, nth) : own;
  const days = Math.round((Date.parse(course.to) - Date.parse(course.from)) / 86_400_000);
  const on = addDays(course.from, random.below(Math.max(1, days - 60)));
  return { house, scene: { seed: nth, random, world, houses: [house], on, time: 0 } };
}

/** What a household brings about on one day, and the day on which it is looked at again; none when its story is over. */
function live(resident: Resident, course: Course, see: (walked: Walked, scene: Scene) => void): string | undefined {
  const { scene, house } = resident;
  const { random } = scene;
  for (let n = 0; n < A_DAY; n += 1) {
    const honest = !random.chance(course.dishonest);
    const next = honest ? honestNext(scene, house) : wickedMove(scene, house);
    if (next && 'waitFor' in next) return next.waitFor > scene.on ? next.waitFor : nextDay(scene.on);
    if (!next) return isOver(resident) ? appliesAgain(resident) : addDays(scene.on, 30);
    see(command(scene, house, next), scene);
    if (random.chance(0.4)) break;
  }
  return addDays(scene.on, 1 + random.below(3));
}

const isOver = ({ scene, house }: Resident): boolean => {
  const status = stateOf(scene, house)?.head.status;
  return status !== undefined && closedStates.includes(status);
};

/** Who was turned down or left may come again, and nothing stands in the way (T20): one household in ten does, once. */
function appliesAgain({ scene, house }: Resident): string | undefined {
  if (house.cases.length > 1 || !scene.random.chance(0.1)) return undefined;
  // Its number is not known yet: until the application is in, the household has no case.
  house.cases.push('');
  return addDays(scene.on, 5 + scene.random.below(60));
}

/** Lives two years of a county on the pure core; `see` hears of every command. Answers the world at the end. */
export function simulate(course: Course, see: (walked: Walked, scene: Scene) => void): Simulated {
  const world = countyWorld();
  const agenda = new Map<string, Resident[]>();
  const put = (resident: Resident): void => {
    const { on } = resident.scene;
    agenda.set(on, [...(agenda.get(on) ?? []), resident]);
  };
  const residents = Array.from({ length: course.households }, (_, nth) => residentOf(course, nth, world));
  for (const resident of residents) put(resident);
  for (let on = course.from; on <= course.to; on = nextDay(on)) {
    for (const resident of agenda.get(on) ?? []) {
      resident.scene.on = on;
      const next = live(resident, course, see);
      if (next === undefined || next > course.to) continue;
      resident.scene.on = next;
      resident.scene.time = 0;
      put(resident);
    }
    agenda.delete(on);
  }
  return { world, houses: residents.map(({ house }) => ({ ...house, cases: house.cases.filter(Boolean) })) };
}

export interface Simulated {
  readonly world: World;
  readonly houses: readonly House[];
}
