import type { StreamTable } from '../../../application/index.js';
import { readNapkinLines, type NapkinLine, type Problem } from '../../../domain/index.js';
import { modelProblem, placeOfElement } from './model-problems.js';
import { plainFlow } from './plain-flow.js';
import type { ReadGraph, ReadNode } from './read-graph.js';
import { weaveLines } from './weave-lines.js';

/** A process that was read: what is said of all of it, who owns its forces, and its flow. */
export interface ReadProcess {
  readonly name: string;
  /** Canonical lines of the notation: parties, demand, calendar, people. */
  readonly head: readonly string[];
  readonly owners: ReadonlyMap<string, string>;
  readonly graph: ReadGraph;
  readonly problems: readonly Problem[];
  readonly at: Pick<ReadNode, 'id' | 'line' | 'column'>;
}

/** Processes as drafts of streams, each problem at the element that it comes from. */
export function linesAsDrafts(processes: readonly ReadProcess[]): StreamTable {
  const told: Problem[] = [];
  const names = new Map<string, string>();
  const lines = processes.flatMap(({ name, head, owners, graph, problems, at }): NapkinLine[] => {
    for (const node of graph.nodes) names.set(node.id, node.name);
    const woven = weaveLines(plainFlow(graph), owners);
    told.push(...problems, ...woven.loose.map(looseGate));
    return [
      lineAt(`stream ${name}`, at),
      ...head.map((text) => lineAt(text, at)),
      ...woven.lines.map(({ text, node }) => lineAt(text, node)),
    ];
  });
  const { drafts, problems } = readNapkinLines(lines);
  const all = [...told, ...problems.map((problem) => ({ ...problem, fix: null }))];
  return {
    kind: 'StreamTable',
    drafts,
    problems: all.toSorted((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0)),
    textAt: ({ sheet }) => names.get(sheet ?? '') ?? '',
    placeName: ({ line, column, sheet }) => `${line}:${column}${sheet === undefined ? '' : ` (${sheet})`}`,
  };
}

function lineAt(text: string, at: Pick<ReadNode, 'id' | 'line' | 'column'>): NapkinLine {
  return { number: at.line, text, placeOf: () => placeOfElement(at) };
}

function looseGate(node: ReadNode): Problem {
  const what = node.kind === 'EXCLUSIVE' ? 'choice' : 'gate';
  const shares = node.kind === 'EXCLUSIVE' ? ', which lose its shares' : '';
  return modelProblem(
    'WAYS_CROSS',
    `The ways that part or meet at this ${what} are no block of their own, so they were read as \`after\` lines${shares}.`,
    node,
    'Let the ways that part at one gate meet at one gate of the same kind, or write the lines by hand.',
  );
}
