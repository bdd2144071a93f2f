import { load } from './load.js';
import type { Question } from './questions.js';
import type { Served } from './start-process.js';

const FIRST = 10_000;
const LAST = 100_000;
const AT_A_TIME = 10_000;

/** What the server holds after 10,000 requests and after 100,000, or after so many minutes; each after a collection. */
export async function memoryLines(
  served: Served,
  address: string,
  question: Question,
  minutes: number | null,
): Promise<readonly string[]> {
  const rows: string[] = [];
  const until = Date.now() + (minutes ?? 0) * 60_000;
  let asked = 0;
  while (minutes === null ? asked < LAST : Date.now() < until) {
    await load(served, address, question, AT_A_TIME);
    asked += AT_A_TIME;
    process.stderr.write(`memory ${asked} …\n`);
    if (asked !== FIRST && minutes === null && asked !== LAST) continue;
    const { rssMb, heapMb } = await served.collected();
    rows.push(`| ${asked.toLocaleString('en-GB')} | ${heapMb.toFixed(1)} | ${rssMb.toFixed(0)} |`);
  }
  return [
    `### memory: the whole stream, again and again${minutes === null ? '' : ` for ${minutes} minutes`}`,
    '',
    'Of Headwater, each time after a collection.',
    '',
    '| requests | heap MB | resident MB |',
    '| ---: | ---: | ---: |',
    ...rows,
    '',
  ];
}
