import { adoptedRows } from './adopted-rows.js';
import { aliasRows, learnedVersionRows } from './alias-rows.js';
import { assignmentRows, justificationRows } from './assignment-rows.js';
import { keptAnswerRows } from './kept-answer-rows.js';
import { refusalRows } from './refusal-rows.js';
import { formerStepRows, revisionRows, stepRows } from './revision-rows.js';
import { standingRows } from './standing-rows.js';
import { streamRows } from './stream-row.js';

/** Every row that the database holds. */
export const ENTITIES = [
  streamRows,
  revisionRows,
  stepRows,
  formerStepRows,
  adoptedRows,
  assignmentRows,
  justificationRows,
  refusalRows,
  aliasRows,
  learnedVersionRows,
  keptAnswerRows,
  standingRows,
];
