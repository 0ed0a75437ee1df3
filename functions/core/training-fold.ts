import type { Training, TrainingEventBody } from '../../schemas/training.ts';
import type { Event, State } from './event.ts';

export type TrainingState = State<Training>;
export type TrainingEvent = Event & TrainingEventBody;

/** A training is recorded once. */
export const foldTraining = (_state: TrainingState | undefined, event: TrainingEvent): TrainingState => ({
  version: event.seq,
  chain: event.hash,
  head: event.data.training,
  parts: {},
});
