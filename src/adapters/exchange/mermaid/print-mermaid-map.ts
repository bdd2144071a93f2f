import type { Plan } from '../../../domain/index.js';
import { layLanes } from '../process/lay-lanes.js';
import { layProcess } from '../process/lay-process.js';
import type { ProcessGraph, ProcessNode } from '../process/process-graph.js';
import { sayShare } from '../process/say.js';
import { stepWords } from '../step-words.js';
import { escapeMermaid } from './escape-mermaid.js';

export const MERMAID_GROUPS = ['role', 'force'] as const;

/** What a frame of the map stands for: who does it, or which force moves it. */
export type MermaidGroups = (typeof MERMAID_GROUPS)[number];

/** The stream as a Mermaid flowchart, a frame for each role or each force; where units begin and end stands in none. The same plan gives the same text. */
export function printMermaidMap(plan: Plan, groups: MermaidGroups = 'role'): string {
  const graph = layProcess(plan.stream);
  const frames = groups === 'role' ? layLanes(plan, graph, stepWords(plan)) : forcesOf(graph);
  const isEnd = (at: number) => ['START', 'END'].includes(graph.nodes[at]?.kind ?? '');
  const tell = (at: number) => {
    const node = graph.nodes[at];
    return node ? [`n${at + 1}${shapeOf(node)}`] : [];
  };
  const held = frames
    .map(({ name, nodes }) => ({ name, nodes: nodes.filter((at) => !isEnd(at)) }))
    .filter(({ nodes }) => nodes.length > 0);
  return [
    'flowchart LR',
    ...held.flatMap(({ name, nodes }, index) => [
      `  subgraph frame${index + 1}["${escapeMermaid(name)}"]`,
      ...nodes.flatMap(tell).map((line) => `    ${line}`),
      '  end',
    ]),
    ...[...graph.nodes.keys()]
      .filter(isEnd)
      .flatMap(tell)
      .map((line) => `  ${line}`),
    ...graph.ways.map(({ from, to, kind, told, share }) => {
      const line = kind === 'NEXT' ? '-->' : '-.->';
      const label = told ? `|"${share ? sayShare(share) : '? %'}"|` : '';
      return `  n${from + 1} ${line}${label} n${to + 1}`;
    }),
    '',
  ].join('\n');
}

function forcesOf({
  nodes,
}: ProcessGraph): readonly { readonly name: string; readonly nodes: readonly number[] }[] {
  const named = [
    ['SALES', 'Sales and marketing'],
    ['FULFILMENT', 'Process and fulfilment'],
    [null, 'No force named'],
  ] as const;
  return named.flatMap(([force, name]) => {
    const inside = nodes.flatMap(({ step }, index) => ((step?.force ?? null) === force ? [index] : []));
    return inside.length === 0 ? [] : [{ name, nodes: inside }];
  });
}

function shapeOf({ kind, name, step }: ProcessNode): string {
  const text = escapeMermaid(name);
  switch (kind) {
    case 'START':
      return `(["${text || 'Start'}"])`;
    case 'END':
      return `(["${text}"])`;
    case 'WAIT':
    case 'STOCK':
      return `[/"${text}"\\]`;
    case 'PARALLEL':
      return '{{"all of"}}';
    case 'EXCLUSIVE':
      return '{"one of"}';
    case 'STEP':
      return step?.outside ? `>"${text} (outside)"]` : `["${text}"]`;
    case 'MEND':
      return `["${text}"]`;
  }
}
