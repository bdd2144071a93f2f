import { adoptedRows } from './adopted-rows.js';
import { auditRows } from './audit-rows.js';
import { aliasRows, learnedVersionRows } from './alias-rows.js';
import { assignmentRows, justificationRows } from './assignment-rows.js';
import { designRows } from './design-rows.js';
import { designStreamRows } from './design-stream-rows.js';
import { failedSignInRows } from './failed-sign-in-rows.js';
import { keptAnswerRows } from './kept-answer-rows.js';
import { madeRows } from './made-rows.js';
import { accountRows, membershipRows, workspaceRows } from './member-rows.js';
import { endedOverrideRows, overrideRows } from './override-rows.js';
import { refusalRows } from './refusal-rows.js';
import { removedRows } from './removed-rows.js';
import { formerStepRows, revisionRows, stepRows } from './revision-rows.js';
import { sessionRows, tokenRows } from './secret-rows.js';
import { refusedFillingRows } from './refused-staffing-rows.js';
import { endedFillingRows, fillingRows } from './staffing-rows.js';
import { standingRows } from './standing-rows.js';
import { streamRows } from './stream-row.js';

/** Every row that the database holds. */
export const ENTITIES = [
  streamRows,
  removedRows,
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
  madeRows,
  designRows,
  designStreamRows,
  standingRows,
  overrideRows,
  endedOverrideRows,
  fillingRows,
  endedFillingRows,
  refusedFillingRows,
  workspaceRows,
  accountRows,
  membershipRows,
  sessionRows,
  tokenRows,
  failedSignInRows,
  auditRows,
];
