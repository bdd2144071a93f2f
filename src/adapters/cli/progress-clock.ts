import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { progressLine } from './progress-line.js';

const { label, shown, width } = workerData as {
  readonly label: string;
  readonly shown: Int32Array;
  readonly width: number;
};
const STANDARD_ERROR = 2;
let seconds = 0;
let soFar = '';

function show(): void {
  if (seconds === 0) return;
  Atomics.store(shown, 0, 1);
  writeSync(STANDARD_ERROR, `\r\u001b[K${progressLine(label, seconds, soFar, width)}`);
}

parentPort?.on('message', (told: string) => {
  soFar = told;
  show();
});
setInterval(() => {
  seconds += 1;
  show();
}, 1_000);
