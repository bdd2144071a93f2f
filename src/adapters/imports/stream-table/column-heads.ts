import type { DurationUnit } from '../../../domain/index.js';
import { plain } from '../grid/grid.js';

/** What a column of a stream's table can hold, with the heads that people write over it. */
const HEADS = {
  flow: 'flow|block|branch',
  after: 'after|predecessor|predecessors|depends on|follows|comes after|previous step|previous steps',
  step: 'step|steps|step name|name of step|activity|activities|task|tasks|process step|process steps|operation|action|work step|activity name|task name',
  who: 'who|who does it|owner|performer|performers|performed by|done by|responsible|role|by|person|assigned to|assignee|actor|swimlane|lane|team',
  time: 'time|pt|process time|processing time|touch time|cycle time|ct|hands on|hands on time|work time|working time|effort|labour time|labor time',
  lead: 'lead|lead time|lt|elapsed|elapsed time|throughput time|turnaround time|turnaround',
  wait: 'wait after|wait|waiting|wait time|waiting time|waits|queue|queue time|delay|delay time|idle time|delay after|queue after|wait before next step',
  waitBefore: 'wait before|waiting before|queue before|delay before|wait in front',
  why: 'wait reason|reason|why|why wait|waiting for|waits for|reason for wait|reason for waiting|reason for delay',
  stock:
    'stock after|stock|inventory|wip|work in process|work in progress|units waiting|pieces waiting|items waiting|queue length',
  moves: 'moves on|moves|passing|push pull|push or pull',
  quality:
    '%c&a|c&a|% c&a|%ca|ca|pca|quality|fpy|first pass yield|yield|complete and accurate|complete & accurate|% complete and accurate|% complete & accurate|percent complete and accurate|right first time|first time right|rft',
  people: 'people|number of people|no of people|persons|staff|headcount|heads|operators|crew size',
  value: 'value|value added|value adding|value to the customer|va nva|va|value class',
  outside: 'outside|external|done outside|outsourced|outside work',
  every: 'every|runs every|frequency|rhythm|how often',
  uptime: 'uptime|availability|up time',
  changeover: 'changeover|change over|changeover time|co|setup|set up|setup time|set up time',
  batch: 'batch|batch size|lot|lot size',
  systems: 'systems|system|tools|tool|apps|app|applications|application|software|it|it systems|boards',
  capabilities:
    'capabilities|capability|skills|skill|competencies|competency|competences|competence|knowledge|qualifications|qualification',
  asks: 'asks|ask|consults|consulted|consult|must be consulted',
  tells: 'tells|tell|informs|informed|inform|must be informed',
  approves: 'approves|approves step|approval of|controls',
  checks: 'checks|checks step|check of|looks over',
  sometimes: 'sometimes|share of units|share needed|needed by',
  returns: 'returns to|return to|back to|goes back to|sent back to|rework|rework to|loops back to|returns',
  lost: 'lost|loss|drop out|drop outs|dropout|drop off|dropped|scrap|falls out',
  pain: 'pain|pains|pain point|pain points|problem|problems|issue|issues|kaizen',
  was: 'former name|was|old name|previous name',
  force: 'force|forces|phase|side|force of the business|sales or fulfilment',
  comment: 'comment|comments|remark|remarks|note|notes',
  stream: 'stream|value stream',
  number: 'no|nr|number|id|pos|position|seq|sequence|order|step no|step number|step id|#|step #|s/n',
} as const;

export type TableColumn = keyof typeof HEADS;

const COLUMNS: ReadonlyMap<string, TableColumn> = new Map(
  Object.entries(HEADS).flatMap(([column, heads]): [string, TableColumn][] =>
    heads.split('|').map((head) => [head, column as TableColumn]),
  ),
);

const UNITS: ReadonlyMap<string, DurationUnit> = new Map(
  (
    [
      ['s', 's sec secs second seconds'],
      ['min', 'm min mins minute minutes'],
      ['h', 'h hr hrs hour hours'],
      ['d', 'd day days'],
      ['w', 'w wk week weeks'],
      ['month', 'mo month months'],
      ['cd', 'cd'],
    ] as const
  ).flatMap(([unit, words]) => words.split(' ').map((word): [string, DurationUnit] => [word, unit])),
);

/** What a head says: its column (null where nobody knows it), and the unit that bare numbers under it are in. */
export interface HeadReading {
  readonly column: TableColumn | null;
  readonly unit: DurationUnit | null;
}

const UNKNOWN: HeadReading = { column: null, unit: null };

/** Reads the head of a column in the common spellings: "Process time (min)", "Wait [d]", "TOUCH-TIME, hours". */
export function readHead(text: string): HeadReading {
  const words = plain(text).toLowerCase();
  if (words === '' || words.length > 60) return UNKNOWN;
  const whole = columnOf(words);
  if (whole !== null) return { column: whole, unit: null };
  const behind = /^(.+?)\s*(?:[([{]\s*([^)\]}]*)[)\]}]|(?:,|\bin\b|\/)\s*([\p{L} ]+))\s*[:*]*$/u.exec(words);
  const column = behind === null ? null : columnOf(behind[1] ?? '');
  if (behind === null || column === null) return UNKNOWN;
  const unit = unitOf(behind[2] ?? behind[3] ?? '');
  return behind[2] === undefined && unit === null ? UNKNOWN : { column, unit };
}

function columnOf(words: string): TableColumn | null {
  const bare = words
    .replace(/[_/-]/g, ' ')
    .replace(/[:*.?]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return COLUMNS.get(words) ?? COLUMNS.get(bare) ?? COLUMNS.get(bare.replace(/ /g, '')) ?? null;
}

/** The unit of time that a word names; null where it names none. */
export function unitOf(words: string): DurationUnit | null {
  const word = words
    .toLowerCase()
    .replace(/^(?:in|working|work|business) /, '')
    .trim();
  return /^calendar days?$/.test(word) ? 'cd' : (UNITS.get(word) ?? null);
}
