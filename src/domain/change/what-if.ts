import { probeStream } from '../metrics/index.js';
import type { ValueStream } from '../stream/index.js';
import { applyChange } from './apply-change.js';
import type { Change } from './change.js';
import { contradictionIn, type ChangeProblem } from './check-change.js';
import type { MeasureMove } from './measure-move.js';
import { moveMeasures } from './move-measures.js';
import { notesOn } from './notes-on-change.js';
import { readChange, type ChangeWording } from './read-change.js';
import { tellerOf } from './tell-change.js';

/** What became of one change that was asked for. */
export interface ChangeOutcome {
  /** As it was asked for; null where it was given as data. */
  readonly wording: ChangeWording | null;
  /** In plain words, from what to what; the wording where it could not be read. */
  readonly text: string;
  readonly applied: boolean;
  readonly notes: readonly string[];
  /** Why it was left out; null where it was applied. */
  readonly problem: ChangeProblem | null;
}

/** A stream with changes, and every measure before and after those of them that could be made. */
export interface WhatIf {
  readonly stream: ValueStream;
  readonly outcomes: readonly ChangeOutcome[];
  readonly measures: readonly MeasureMove[];
}

/** Makes the changes one after the other and measures again; a change that names nothing or contradicts the rest is left out and says why. */
export function whatIf(stream: ValueStream, asked: readonly (Change | ChangeWording)[]): WhatIf {
  let changed = stream;
  const outcomes = asked.map((one): ChangeOutcome => {
    const { outcome, stream: next } = tryChange(changed, one);
    changed = next;
    return outcome;
  });
  return { stream: changed, outcomes, measures: moveMeasures(stream, changed, { sameMap: true }) };
}

function tryChange(
  stream: ValueStream,
  asked: Change | ChangeWording,
): { readonly outcome: ChangeOutcome; readonly stream: ValueStream } {
  const wording = isWording(asked) ? asked : null;
  const reading = isWording(asked) ? readChange(stream, asked) : asked;
  if ('code' in reading)
    return { stream, outcome: leftOut(wording, wording ? wordsOf(wording) : '', reading) };
  const text = tellerOf(stream).tell(reading);
  const contradiction = contradictionIn(stream, reading);
  if (contradiction) return { stream, outcome: leftOut(wording, text, contradiction) };
  const notes = notesOn(stream, reading);
  const next = applyChange(stream, reading);
  const endless = endlessLoop(stream, next);
  if (endless) return { stream, outcome: leftOut(wording, text, endless) };
  return { stream: next, outcome: { wording, text, applied: true, notes, problem: null } };
}

function isWording(asked: Change | ChangeWording): asked is ChangeWording {
  return asked.kind === 'SET' || asked.kind === 'WITHOUT';
}

function leftOut(wording: ChangeWording | null, text: string, problem: ChangeProblem): ChangeOutcome {
  return { wording, text, applied: false, notes: [], problem };
}

/** A change as it was asked for, in one line. */
function wordsOf({ kind, text }: ChangeWording): string {
  return `${kind === 'SET' ? 'set' : 'without'} ${text}`;
}

function endlessLoop(before: ValueStream, after: ValueStream): ChangeProblem | null {
  if (before.flow === after.flow) return null;
  const reason = probeStream(after);
  if (typeof reason !== 'string' || typeof probeStream(before) === 'string') return null;
  return {
    code: 'ENDLESS_LOOP',
    message: `The flow could no longer be followed to its end: ${reason}.`,
    remedy: 'Let less go back, or let some units go on or be lost.',
  };
}
