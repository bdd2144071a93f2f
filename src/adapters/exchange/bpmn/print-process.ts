import { printDuration, printShare, type Plan, type StepKey } from '../../../domain/index.js';
import { attributes, escapeXml } from '../escape-xml.js';
import { headLines } from '../process/head-lines.js';
import type { ProcessGraph, ProcessNode, ProcessWay } from '../process/process-graph.js';
import { sayShare } from '../process/say.js';
import { durationOf, numberOf } from '../process/step-line.js';
import type { StepWords } from '../step-words.js';
import type { DrawnProcess } from './drawn-process.js';
import { isoDuration } from './iso-duration.js';

/** The collaboration and its processes: ours with its lanes, and where there is any, the one of those outside. */
export function printProcess(plan: Plan, drawn: DrawnProcess, words: StepWords): string[] {
  const { graph, lanes, placed } = drawn;
  const flows = waysOf(graph);
  const outside = [...(placed.outside?.tasks.keys() ?? [])].flatMap((index) => graph.nodes[index] ?? []);
  return [
    ...printCollaboration(plan, outside),
    `  <bpmn:process id="process" name="${escapeXml(plan.stream.name)}" isExecutable="false">`,
    ...printHead(plan),
    '    <bpmn:laneSet id="lanes">',
    ...lanes.flatMap(({ id, name, nodes }) => [
      `      <bpmn:lane id="${id}" name="${escapeXml(name)}">`,
      ...nodes.map((index) => `        <bpmn:flowNodeRef>${graph.nodes[index]?.id ?? ''}</bpmn:flowNodeRef>`),
      '      </bpmn:lane>',
    ]),
    '    </bpmn:laneSet>',
    ...graph.nodes.flatMap((node, index) => printNode(node, flows.get(index) ?? NO_WAYS, plan, words)),
    ...graph.ways.map((way) => printWay(way, graph)),
    '  </bpmn:process>',
    ...printOutside(outside),
  ];
}

interface Ways {
  readonly into: string[];
  readonly out: string[];
}

const NO_WAYS: Ways = { into: [], out: [] };

function waysOf({ ways }: ProcessGraph): ReadonlyMap<number, Ways> {
  const found = new Map<number, Ways>();
  const at = (index: number): Ways => {
    const known = found.get(index) ?? { into: [], out: [] };
    found.set(index, known);
    return known;
  };
  for (const { id, from, to } of ways) {
    at(from).out.push(id);
    at(to).into.push(id);
  }
  return found;
}

function printCollaboration({ stream }: Plan, outside: readonly ProcessNode[]): string[] {
  return [
    '  <bpmn:collaboration id="collaboration">',
    `    <bpmn:participant id="pool" name="${escapeXml(stream.name)}" processRef="process" />`,
    ...(outside.length === 0
      ? []
      : ['    <bpmn:participant id="pool-outside" name="Outside" processRef="process-outside" />']),
    ...outside.map(
      ({ id }) => `    <bpmn:messageFlow id="message-${id}" sourceRef="outside-${id}" targetRef="${id}" />`,
    ),
    '  </bpmn:collaboration>',
  ];
}

function printOutside(outside: readonly ProcessNode[]): string[] {
  if (outside.length === 0) return [];
  return [
    '  <bpmn:process id="process-outside" name="Outside" isExecutable="false" headwater:is="outside">',
    ...outside.map(({ id, name }) => `    <bpmn:task id="outside-${id}" name="${escapeXml(name)}" />`),
    '  </bpmn:process>',
  ];
}

function printHead({ stream }: Plan): string[] {
  const names = new Map(stream.steps.map(({ key, name }) => [key, name]));
  const nameOf = (key: StepKey) => names.get(key) ?? key;
  const { SALES, FULFILMENT } = stream.forceOwners;
  return extension([
    ...headLines(stream, nameOf).map((line) => `<headwater:line>${escapeXml(line)}</headwater:line>`),
    ...(SALES === null ? [] : [`<headwater:owner force="SALES">${escapeXml(SALES)}</headwater:owner>`]),
    ...(FULFILMENT === null
      ? []
      : [`<headwater:owner force="FULFILMENT">${escapeXml(FULFILMENT)}</headwater:owner>`]),
  ]);
}

function extension(tags: readonly string[]): string[] {
  if (tags.length === 0) return [];
  return [
    '      <bpmn:extensionElements>',
    ...tags.map((tag) => `        ${tag}`),
    '      </bpmn:extensionElements>',
  ];
}

function printNode(node: ProcessNode, ways: Ways, plan: Plan, words: StepWords): string[] {
  const { id, kind, name, step, madeFor } = node;
  const { tag, inner } = shapeOf(node, plan);
  const told = attributes({
    id,
    name: name === '' ? null : name,
    ...(tag.endsWith('Gateway') && { gatewayDirection: ways.out.length > 1 ? 'Diverging' : 'Converging' }),
    'headwater:is': madeFor === null ? null : madeFor.toLowerCase(),
    'headwater:time':
      node.time && kind === 'MEND' ? printDuration(durationOf(node.time, plan.stream.calendar)) : null,
    'headwater:force': kind === 'STEP' ? (step?.force ?? null) : null,
  });
  const documentation = kind === 'STEP' && step ? words.documentation(step) : '';
  const body = [
    ...(documentation === ''
      ? []
      : [`      <bpmn:documentation>${escapeXml(documentation)}</bpmn:documentation>`]),
    ...extension(node.lines.map((line) => `<headwater:line>${escapeXml(line)}</headwater:line>`)),
    ...ways.into.map((way) => `      <bpmn:incoming>${way}</bpmn:incoming>`),
    ...ways.out.map((way) => `      <bpmn:outgoing>${way}</bpmn:outgoing>`),
    ...inner.map((line) => `      ${line}`),
  ];
  return [`    <bpmn:${tag}${told}>`, ...body, `    </bpmn:${tag}>`];
}

function shapeOf(
  node: ProcessNode,
  { stream }: Plan,
): { readonly tag: string; readonly inner: readonly string[] } {
  switch (node.kind) {
    case 'START':
      return { tag: 'startEvent', inner: [] };
    case 'END':
      return { tag: 'endEvent', inner: [] };
    case 'STEP':
      return node.step?.outside
        ? {
            tag: 'intermediateCatchEvent',
            inner: [`<bpmn:messageEventDefinition id="event-${node.id}" />`],
          }
        : { tag: 'task', inner: [] };
    case 'MEND':
      return { tag: 'task', inner: [] };
    case 'WAIT': {
      const time = isoDuration(node.time?.likely ?? 0, stream.calendar);
      return {
        tag: 'intermediateCatchEvent',
        inner: [
          `<bpmn:timerEventDefinition id="event-${node.id}"><bpmn:timeDuration>${time}</bpmn:timeDuration></bpmn:timerEventDefinition>`,
        ],
      };
    }
    case 'STOCK':
      return { tag: 'intermediateThrowEvent', inner: [] };
    case 'PARALLEL':
      return { tag: 'parallelGateway', inner: [] };
    case 'EXCLUSIVE':
      return { tag: 'exclusiveGateway', inner: [] };
  }
}

function printWay(
  { id, from, to, kind, share, told, origin, target }: ProcessWay,
  { nodes }: ProcessGraph,
): string {
  const idOf = (index: number | null) => (index === null ? null : (nodes[index]?.id ?? null));
  const mark = attributes({
    id,
    name: told && share ? sayShare(share) : null,
    sourceRef: idOf(from),
    targetRef: idOf(to),
    'headwater:is': kind === 'NEXT' ? null : kind.toLowerCase(),
    'headwater:origin': idOf(origin),
    'headwater:target': idOf(target),
    'headwater:share': told && share ? printShare(numberOf(share)) : null,
  });
  return `    <bpmn:sequenceFlow${mark} />`;
}
