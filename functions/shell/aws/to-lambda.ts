import type { Step } from '../../core/step.ts';
import { type StepHandler, stepHandler } from '../middleware/step-handler.ts';
import type { EffectPerformers } from '../ports.ts';
import { once, productionPorts } from './production-ports.ts';

/** The Lambda of a step: the stack of both hosts on the ports of AWS, which are made once per cold start, with the effects it declares. */
export const toLambda = <I, R>(step: Step<I, R>, effects: EffectPerformers = {}): StepHandler =>
  stepHandler(
    step,
    once(() => productionPorts(process.env, effects)),
  );
