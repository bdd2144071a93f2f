import { ORDINARY_WAY, type ReadNode, type ReadWay } from '../process/read-graph.js';

/** Gates and waits with the ways around them, as the lines of `Gates` properties tell them. */
export interface ToldFlow {
  /** By identifier: gates, waits and beginnings, which are no elements of the model. */
  readonly nodes: Map<string, ReadNode>;
  /** By identifier, their ends still told by identifier. */
  readonly ways: Map<string, ToldWay>;
}

export interface ToldWay extends Omit<ReadWay, 'from' | 'to' | 'origin' | 'target'> {
  readonly from: string;
  readonly to: string;
  readonly origin: string | null;
  readonly target: string | null;
}

const GATE = /^(\S+) (start|parallel|exclusive)(?: (\S+))?$/;
const BUFFER = /^(\S+) buffer (.+)$/;
const WAY = /^(\S+) (\S+) (\S+)((?: (?:share|is|origin|of|target)=\S+)*)$/;
const KINDS = { start: 'START', parallel: 'PARALLEL', exclusive: 'EXCLUSIVE' } as const;

/** Adds what the lines tell; gives the lines that tell nothing. What was told before stays as it was. */
export function readGateLines(
  lines: readonly string[],
  { line, column }: Pick<ReadNode, 'line' | 'column'>,
  { nodes, ways }: ToldFlow,
): readonly string[] {
  return lines.filter((text) => {
    const gate = GATE.exec(text);
    const buffer = gate ? null : BUFFER.exec(text);
    const way = gate || buffer ? null : WAY.exec(text);
    const id = gate?.[1] ?? buffer?.[1] ?? '';
    const place = { id, name: '', force: null, time: null, line, column };
    if (gate && !nodes.has(id)) {
      const kind = KINDS[gate[2] === 'start' || gate[2] === 'parallel' ? gate[2] : 'exclusive'];
      nodes.set(id, { ...place, kind, lines: [], after: gate[3] === 'after', block: gate[3] === 'block' });
    }
    if (buffer && !nodes.has(id)) {
      nodes.set(id, { ...place, kind: 'WAIT', lines: [buffer[2] ?? ''], after: false, block: false });
    }
    if (way && !ways.has(way[1] ?? '')) ways.set(way[1] ?? '', wayOf(way));
    return !gate && !buffer && !way;
  });
}

function wayOf([, , from = '', to = '', more = '']: readonly string[]): ToldWay {
  const told = new Map(
    more
      .split(' ')
      .map((mark) => mark.split('='))
      .map(([name = '', value = '']) => [name, value]),
  );
  return {
    ...ORDINARY_WAY,
    from,
    to,
    share: told.get('share') ?? null,
    lost: told.get('is') === 'lost',
    back: told.get('is') === 'return',
    origin: told.get('origin') ?? null,
    target: told.get('target') ?? null,
  };
}
