import type { Problem, Severity, TextPlace } from '../../../domain/index.js';
import type { ReadNode } from './read-graph.js';

/** Every problem that only a model of another tool can have, worst first. */
export const MODEL_PROBLEMS = [
  [
    'WAYS_CROSS',
    'WARNING',
    'Ways part or meet so that no block can say it; they are read as `after` lines, which lose the shares of a choice.',
  ],
  ['WAY_LEADS_NOWHERE', 'WARNING', 'A way has an end that is no step of the model; it is left out.'],
  [
    'GATE_LINE',
    'WARNING',
    'A line of the property Gates of an ArchiMate model cannot be read; it is left out.',
  ],
  [
    'RELATION_MOVED',
    'WARNING',
    'A relation of an ArchiMate model leads elsewhere than its property Gates says; it is read as it leads.',
  ],
  [
    'SHARE_NOT_READ',
    'WARNING',
    'The property Share of an ArchiMate relation says another share than its property Gates; what Gates says is read.',
  ],
  ['GATE_AS_CHOICE', 'INFO', 'A gate takes one way or several; it is read as a choice of one.'],
  ['INSIDE_LEFT_OUT', 'INFO', 'A step holds a process of its own; it is read as one step.'],
  ['BORDER_EVENT', 'INFO', 'An event at the border of a step is no part of a stream; it is left out.'],
  [
    'EVENT_LEFT_OUT',
    'INFO',
    'A business event is no step; what it ties together is read as coming one after the other.',
  ],
] as const satisfies readonly (readonly [string, Severity, string])[];

export type ModelProblemCode = (typeof MODEL_PROBLEMS)[number][0];

const SEVERITIES = new Map<string, Severity>(MODEL_PROBLEMS.map(([code, severity]) => [code, severity]));

/** A problem at an element of a model. */
export function modelProblem(
  code: ModelProblemCode,
  message: string,
  at: Pick<ReadNode, 'id' | 'line' | 'column'>,
  suggestion: string | null = null,
): Problem {
  const severity = SEVERITIES.get(code) ?? 'WARNING';
  return { code, severity, message, place: placeOfElement(at), suggestion, fix: null };
}

/** Where an element of a model stands in its file; its identifier is told as a sheet is. */
export function placeOfElement({ id, line, column }: Pick<ReadNode, 'id' | 'line' | 'column'>): TextPlace {
  return { line, column, length: 1, sheet: id };
}
