import { parentPort, workerData } from 'node:worker_threads';
import type { Course } from './county.ts';
import { simulated } from './simulation-report.ts';

parentPort?.postMessage(simulated(workerData as Course));
