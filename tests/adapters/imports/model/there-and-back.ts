import type { ModelFormat } from '../../../../src/application/index.js';
import { printModel } from '../../../../src/adapters/exchange/index.js';
import { readStreamModel } from '../../../../src/adapters/imports/model/index.js';
import {
  acceptDraft,
  printNapkin,
  readNapkin,
  type Plan,
  type Problem,
  type ValueStream,
} from '../../../../src/domain/index.js';
import { planNapkin } from '../../../support/planned-napkin.js';

/** What a model says when it is read. */
export interface ReadBack {
  readonly stream: ValueStream;
  readonly napkin: string;
  /** What was told at reading and at accepting. */
  readonly problems: readonly Problem[];
}

/** Reads the one stream of a model. */
export function readBack(model: string): ReadBack {
  const read = readStreamModel(Buffer.from(model));
  if (read.kind === 'TableUnreadable') throw new Error(read.message);
  const [draft] = read.drafts;
  if (!draft) throw new Error('no stream came back');
  const { stream, problems } = acceptDraft(draft);
  return { stream, napkin: printNapkin([draft]), problems: [...read.problems, ...problems] };
}

/**
 * Lines are those of another text, nine figures are all that is told of a number, and the order of several returns from
 * one place means nothing.
 */
export function comparable(stream: ValueStream): unknown {
  const rounded = (key: string, value: unknown): unknown => {
    if (key === 'line' || key === 'lines') return null;
    if (key === 'source') return undefined;
    return typeof value === 'number' ? Number(value.toPrecision(9)) : value;
  };
  const { arcs } = stream.flow;
  const told = (kind: string) =>
    arcs.filter((arc) => arc.kind === kind).map((arc) => JSON.stringify(arc, rounded));
  const flow = { ...stream.flow, arcs: [...told('NEXT'), ...told('RETURN').sort()] };
  return JSON.parse(JSON.stringify({ ...stream, flow }, rounded));
}

const BARE = planNapkin('stream Bare\nsales:\nAsk 5m\nfulfilment:\nDo 5m');

/** A model of a stream without its structure, which has no part in the flow; null where the text is no stream without errors. */
export function modelOf(text: string, format: ModelFormat): { stream: ValueStream; model: string } | null {
  const { drafts, problems } = readNapkin(text);
  const [draft] = drafts;
  if (!draft) return null;
  const { stream, problems: more } = acceptDraft(draft);
  if ([...problems, ...more].some(({ severity }) => severity === 'ERROR')) return null;
  if (stream.steps.length === 0) return null;
  const plan: Plan = { ...BARE, stream, structure: null, matrix: null, demands: [], assignments: [] };
  return { stream, model: printModel(plan, format) };
}
