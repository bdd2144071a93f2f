import type { Size } from './fill.js';
import { load } from './load.js';
import { mixedRequests, newDocuments, SHARED_OUT } from './mixed-requests.js';
import { CONNECTIONS } from './questions.js';
import type { Served } from './start-process.js';

const LAST = 100_000;
const AT_A_TIME = 5_000;
/** Documents after which the server has as many as it remembers, and forgets one for each new one. */
const DOCUMENTS = 6_000;
/** Requests until what is remembered of the data is remembered. */
const SETTLED = 20_000;

/** What is held after so many requests, once everything is collected that nobody needs. */
interface Held {
  readonly asked: number;
  readonly heapMb: number;
  readonly rssMb: number;
}

/** What the server holds after every 5,000 requests, up to 100,000 or for so many minutes, and how much more that is each time. */
export async function memoryLines(
  served: Served,
  size: Size,
  minutes: number | null,
): Promise<readonly string[]> {
  const all: Held[] = [];
  await load(served, newDocuments(size, DOCUMENTS / CONNECTIONS), DOCUMENTS);
  const until = Date.now() + (minutes ?? 0) * 60_000;
  for (let asked = 0; minutes === null ? asked < LAST : Date.now() < until;) {
    await load(served, mixedRequests(size, asked / AT_A_TIME), AT_A_TIME);
    asked += AT_A_TIME;
    const { rssMb, heapMb } = await served.collected();
    process.stderr.write(`memory ${asked}: ${heapMb.toFixed(1)} MB …\n`);
    all.push({ asked, heapMb, rssMb });
  }
  return [
    `### memory: of everything something, again and again${minutes === null ? '' : ` for ${minutes} minutes`}`,
    '',
    `Of Headwater, each time after a collection. Begins with ${DOCUMENTS} documents of which none is like another, so that as many are remembered as may be. Of a hundred requests: ${SHARED_OUT}. ${slopeOf(all)}`,
    '',
    '| requests | heap MB | resident MB |',
    '| ---: | ---: | ---: |',
    ...all.map(({ asked, heapMb, rssMb }) => `| ${asked} | ${heapMb.toFixed(1)} | ${rssMb.toFixed(0)} |`),
    '',
  ];
}

/** The line through what is held from 20,000 requests on, by least squares. */
function slopeOf(all: readonly Held[]): string {
  const settled = all.filter(({ asked }) => asked >= SETTLED);
  const mean = (of: (held: Held) => number): number =>
    settled.reduce((sum, held) => sum + of(held), 0) / settled.length;
  const [askedMean, heapMean] = [mean(({ asked }) => asked), mean(({ heapMb }) => heapMb)];
  const along = mean(({ asked, heapMb }) => (asked - askedMean) * (heapMb - heapMean));
  const across = mean(({ asked }) => (asked - askedMean) ** 2);
  if (settled.length < 3) return 'Too few requests to tell whether it grows.';
  const slope = (along / across) * 10_000;
  return `From ${SETTLED} requests on the heap grows by ${slope.toFixed(2)} MB for every 10,000 requests (least squares).`;
}
