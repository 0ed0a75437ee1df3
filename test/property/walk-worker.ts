import { parentPort, workerData } from 'node:worker_threads';
import { walkAll } from './walk-report.ts';

const { from, to } = workerData as { readonly from: number; readonly to: number };
parentPort?.postMessage(walkAll(from, to));
