import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const { label, shown } = workerData as { readonly label: string; readonly shown: Int32Array };
const STANDARD_ERROR = 2;
let seconds = 0;

setInterval(() => {
  seconds += 1;
  Atomics.store(shown, 0, 1);
  writeSync(STANDARD_ERROR, `\r\u001b[K${label} … ${seconds} s`);
}, 1_000);
