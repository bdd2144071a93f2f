import type { StreamTable } from '../../../application/index.js';
import type { Problem, TableUnreadable } from '../../../domain/index.js';
import { linesAsDrafts, type ReadProcess } from '../process/lines-as-drafts.js';
import { modelProblem, type ModelProblemCode } from '../process/model-problems.js';
import { quoted } from '../process/plain-flow.js';
import type { ReadNode, ReadNodeKind, ReadWay } from '../process/read-graph.js';
import { attributeOf, childrenOf, type XmlElement } from '../xml/read-xml.js';
import { renamed } from '../process/renamed.js';
import { timerLine } from './timer-line.js';

const KINDS: Readonly<Record<string, ReadNodeKind>> = {
  startEvent: 'START',
  endEvent: 'END',
  task: 'STEP',
  userTask: 'STEP',
  manualTask: 'STEP',
  serviceTask: 'STEP',
  scriptTask: 'STEP',
  sendTask: 'STEP',
  receiveTask: 'STEP',
  businessRuleTask: 'STEP',
  callActivity: 'STEP',
  subProcess: 'STEP',
  transaction: 'STEP',
  adHocSubProcess: 'STEP',
  intermediateCatchEvent: 'WAIT',
  intermediateThrowEvent: 'WAIT',
  parallelGateway: 'PARALLEL',
  exclusiveGateway: 'EXCLUSIVE',
  inclusiveGateway: 'EXCLUSIVE',
  eventBasedGateway: 'EXCLUSIVE',
  complexGateway: 'EXCLUSIVE',
};

/** The processes of a BPMN file as drafts of streams: lanes tell who does a step, timers are waits, what goes round goes back. */
export function readBpmn(root: XmlElement): StreamTable | TableUnreadable {
  const processes = childrenOf(root, 'process').filter(
    (process) =>
      attributeOf(process, 'headwater:is') !== 'outside' &&
      process.children.some(({ name }) => name in KINDS),
  );
  if (processes.length === 0) {
    const message = 'There is no process with steps in this BPMN file.';
    return { kind: 'TableUnreadable', code: 'EMPTY_TABLE', message };
  }
  return linesAsDrafts(processes.map((process) => readProcess(process, root)));
}

function readProcess(process: XmlElement, root: XmlElement): ReadProcess {
  const problems: Problem[] = [];
  const elements = process.children.filter(({ name }) => name in KINDS);
  const lanes = lanesOf(process);
  const nodes = elements.map((element) => readNode(element, lanes, problems));
  const at = new Map(nodes.map(({ id }, index) => [id, index]));
  const ways = childrenOf(process, 'sequenceFlow').flatMap((flow) => readWay(flow, at, nodes, problems));
  for (const event of childrenOf(process, 'boundaryEvent')) {
    const message = 'An event at the border of a step is no part of a value stream; it was left out.';
    problems.push(tell('BORDER_EVENT', message, event));
  }
  const extension = childrenOf(process, 'extensionElements')[0];
  const owners = extension ? childrenOf(extension, 'owner') : [];
  return {
    name: nameOfProcess(process, root),
    head: extension ? childrenOf(extension, 'line').map(({ text }) => text) : [],
    owners: new Map(
      owners.map((owner) => [(attributeOf(owner, 'force') ?? '').toLowerCase(), owner.text.trim()]),
    ),
    graph: { nodes, ways },
    problems,
    at: spotOf(process),
  };
}

function nameOfProcess(process: XmlElement, root: XmlElement): string {
  const id = attributeOf(process, 'id');
  const participant = childrenOf(root, 'collaboration')
    .flatMap((one) => childrenOf(one, 'participant'))
    .find((one) => attributeOf(one, 'processRef') === id);
  const name = attributeOf(process, 'name') ?? (participant && attributeOf(participant, 'name')) ?? id;
  return quoted(name ?? 'Process');
}

/** The name of the innermost lane of each node. */
function lanesOf(process: XmlElement): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const open = childrenOf(process, 'laneSet').flatMap((set) => childrenOf(set, 'lane'));
  for (let next = 0; next < open.length; next++) {
    const lane = open[next];
    if (!lane) continue;
    const name = attributeOf(lane, 'name');
    for (const { text } of childrenOf(lane, 'flowNodeRef')) if (name !== null) names.set(text.trim(), name);
    open.push(...childrenOf(lane, 'childLaneSet').flatMap((set) => childrenOf(set, 'lane')));
  }
  return names;
}

function readNode(element: XmlElement, lanes: ReadonlyMap<string, string>, problems: Problem[]): ReadNode {
  const { id, line, column } = spotOf(element);
  const name = attributeOf(element, 'name') ?? '';
  const told = childrenOf(childrenOf(element, 'extensionElements')[0] ?? NOTHING, 'line').map(
    ({ text }) => text,
  );
  const waits = timerLine(element, name);
  const kind = kindOf(element, told, waits);
  const own = { id, kind, name: name === '' && kind === 'STEP' ? id : name, line, column };
  const made = attributeOf(element, 'headwater:is');
  const rest = {
    force: attributeOf(element, 'headwater:force')?.toLowerCase() ?? null,
    time: attributeOf(element, 'headwater:time'),
    after: made === 'after',
    block: made === 'block',
  };
  noteKind(element, problems);
  if (kind === 'STEP') return { ...own, ...rest, lines: stepLines(own.name, told, lanes.get(id) ?? null) };
  return { ...own, ...rest, lines: kind !== 'WAIT' ? [] : told.length > 0 ? told : waits };
}

const NOTHING: XmlElement = { name: '', attributes: new Map(), children: [], text: '', line: 1, column: 1 };

/** An event that waits for no time is something to be done, unless it does nothing at all. */
function kindOf(element: XmlElement, told: readonly string[], waits: readonly string[]): ReadNodeKind {
  const kind = KINDS[element.name] ?? 'STEP';
  if (attributeOf(element, 'headwater:time') !== null) return 'MEND';
  if (kind !== 'WAIT') return kind;
  const [first] = told;
  if (first !== undefined)
    return /^(?:wait|stock) /.test(first) && childrenOf(element, 'messageEventDefinition').length === 0
      ? 'WAIT'
      : 'STEP';
  return waits.length > 0 ? 'WAIT' : 'STEP';
}

/** The line that was written with the step, under the name that it has now; without one its name and its lane. */
function stepLines(name: string, told: readonly string[], lane: string | null): readonly string[] {
  if (told.length > 0) return renamed(told, name);
  return [`${quoted(name)}${lane === null ? '' : ` @${quoted(lane)}`}`];
}

function noteKind(element: XmlElement, problems: Problem[]): void {
  if (/Process$|^transaction$/i.test(element.name) && childrenOf(element, 'sequenceFlow').length > 0) {
    problems.push(
      tell('INSIDE_LEFT_OUT', 'This step holds a process of its own; it was read as one step.', element),
    );
  }
  if (/^(?:inclusive|complex|eventBased)Gateway$/.test(element.name)) {
    const message = 'At this gate one way or several may be taken; it was read as a choice of one.';
    problems.push(tell('GATE_AS_CHOICE', message, element));
  }
}

function readWay(
  flow: XmlElement,
  at: ReadonlyMap<string, number>,
  nodes: readonly ReadNode[],
  problems: Problem[],
): readonly ReadWay[] {
  const positionOf = (name: string): number | null => at.get(attributeOf(flow, name) ?? '') ?? null;
  const [from, to] = [positionOf('sourceRef'), positionOf('targetRef')];
  if (from === null || to === null) {
    problems.push(
      tell(
        'WAY_LEADS_NOWHERE',
        'This way begins or ends at something that is no step; it was left out.',
        flow,
      ),
    );
    return [];
  }
  const made = attributeOf(flow, 'headwater:is');
  const named = /(\d+(?:[.,]\d+)?)\s*%/.exec(attributeOf(flow, 'name') ?? '')?.[1];
  const share = attributeOf(flow, 'headwater:share') ?? (named === undefined ? null : `${named}%`);
  const lostByName = share !== null && nodes[to]?.kind === 'END' && /^lost\b/i.test(nodes[to]?.name ?? '');
  return [
    {
      from,
      to,
      share,
      lost: made === 'lost' || lostByName,
      back: made === 'return',
      origin: positionOf('headwater:origin'),
      target: positionOf('headwater:target'),
    },
  ];
}

function spotOf(element: XmlElement): Pick<ReadNode, 'id' | 'line' | 'column'> {
  const { line, column, name } = element;
  return { id: attributeOf(element, 'id') ?? name, line, column };
}

function tell(code: ModelProblemCode, message: string, element: XmlElement): Problem {
  return modelProblem(code, message, spotOf(element));
}
