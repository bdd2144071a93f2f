/** What a column of a stream's table can hold, with the heads that people write over it; the first is its own. */
export const HEADS = {
  flow: 'flow|block|branch',
  after:
    'after|predecessor|predecessors|depends on|follows|comes after|previous step|previous steps|after step',
  step: 'step|steps|step name|name of step|activity|activities|task|tasks|process step|process steps|operation|operations|action|work step|activity name|task name|what we do|what is done|what happens|what do we do|what|work',
  who: 'who|who does it|who does this|who does the work|who is doing it|owner|step owner|performer|performers|performed by|done by|responsible|responsible person|role|by|by whom|person|assigned to|assignee|actor|swimlane|lane|team|employee|resource|resources|operator',
  time: 'time|pt|p/t|process time|processing time|touch time|cycle time|ct|c/t|hands on|hands on time|work time|working time|effort|labour time|labor time|time needed|task time|time per unit|minutes|mins|hours',
  lead: 'lead time|lead|lt|l/t|elapsed|elapsed time|throughput time|turnaround time|turnaround|tat|total time|calendar time',
  wait: 'wait after|wait|waiting|wait time|waiting time|waits|queue|queue time|queueing time|queuing time|delay|delay time|idle time|delay after|queue after|wait before next step|next wait|wait next|wait to next step|wait until next step|wait till next step|wait time after|waiting time after|wait after step|waiting time before next step|wait time before next step|wait between|wt|how long it waits|how long does it wait|gap|waiting after',
  waitBefore:
    'wait before|waiting before|queue before|delay before|wait in front|wait time before|waiting time before|queue time before|wait before step|wait before this step|time before|previous wait',
  why: 'wait reason|reason|why|why wait|waiting for|waits for|reason for wait|reason for waiting|reason for delay',
  stock:
    'stock after|stock|inventory|wip|work in process|work in progress|units waiting|pieces waiting|items waiting|queue length|backlog|wip after|inventory after|stock behind',
  stockBefore:
    'stock before|wip before|inventory before|stock in front|inventory in front|units before|pieces before|upstream inventory|upstream stock|upstream wip',
  moves: 'moves on|moves|passing|push pull|push or pull',
  quality:
    '%c&a|fty|ftt|ftq|first time through|first time quality|c&a|% c&a|%ca|ca|pca|quality|quality rate|fpy|first pass yield|first time yield|yield|complete and accurate|complete & accurate|% complete and accurate|% complete & accurate|percent complete and accurate|right first time|first time right|rft|ftr|right the first time|first time ok|ok rate|% ok|% right|pass rate',
  errors:
    'error rate|errors|error|error share|defect rate|defects|failure rate|reject rate|rejects|not ok|share of errors|fault rate|faults|mistakes',
  people:
    'people|number of people|no of people|persons|staff|headcount|heads|operators|crew size|how many people',
  value: 'value|value added|value adding|value to the customer|va nva|va|value class|value add',
  outside: 'outside|external|done outside|outsourced|outside work',
  every: 'every|runs every|frequency|rhythm|how often',
  uptime: 'uptime|availability|up time',
  changeover: 'changeover|change over|changeover time|co|c/o|setup|set up|setup time|set up time',
  batch: 'batch|batch size|lot|lot size',
  systems:
    'systems|system|tools|tool|apps|app|applications|application|software|it|it systems|boards|tools used|systems used|used tools|program|programs|it system',
  capabilities:
    'capabilities|capability|skills|skill|competencies|competency|competences|competence|knowledge|qualifications|qualification|skills needed|needed skills|required skills|skills required|know how',
  asks: 'asks|ask|consults|consulted|consult|must be consulted',
  tells: 'tells|tell|informs|informed|inform|must be informed',
  approves: 'approves|approves step|approval of|controls',
  checks: 'checks|checks step|check of|looks over',
  serves: 'serves|serves stream|done for',
  sometimes: 'sometimes|share of units|share needed|needed by',
  returns: 'returns to|return to|back to|goes back to|sent back to|rework|rework to|loops back to|returns',
  lost: 'lost|loss|drop out|drop outs|dropout|drop off|dropped|scrap|falls out',
  pain: 'pain|pains|pain point|pain points|problem|problems|issue|issues|kaizen|what hurts',
  was: 'former name|was|old name|previous name',
  force: 'force|forces|phase|side|force of the business|sales or fulfilment',
  comment: 'comment|comments|remark|remarks|note|notes',
  stream: 'stream|value stream',
  number: 'no|nr|number|id|pos|position|seq|sequence|order|step no|step number|step id|#|step #|s/n',
} as const;

export type TableColumn = keyof typeof HEADS;

/** Heads that say it only by the way: they count where no other column says it, and how they are read is told. */
export const VAGUE_HEADS: Readonly<Partial<Record<TableColumn, string>>> = {
  who: 'department|dept|departments|unit|business unit|function|area|group|organisation|organization',
  time: 'duration|how long|how long does it take|length|time taken|takes',
  step: 'description|stage|process|process name|station|workstation|work station|workplace',
  systems: 'medium|media|channel',
};

/** The columns whose bare numbers are times in the unit of their head. */
export const TIMES: ReadonlySet<TableColumn> = new Set([
  'time',
  'lead',
  'wait',
  'waitBefore',
  'every',
  'changeover',
]);

/** The columns that hold shares. */
export const SHARES: ReadonlySet<TableColumn> = new Set(['quality', 'errors', 'uptime', 'lost', 'sometimes']);

/** What a column is called in messages: the head that is its own. */
export function ownHead(column: TableColumn): string {
  const own = column === 'quality' ? '%C&A' : (HEADS[column].split('|', 1)[0] ?? column);
  return own.charAt(0).toUpperCase() + own.slice(1);
}
