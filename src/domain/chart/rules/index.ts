import type { ChartRule } from '../chart-rule.js';
import { accountableForMuch } from './accountable-for-much.js';
import { consultedAndInformed } from './consulted-and-informed.js';
import { duplicateActivity } from './duplicate-activity.js';
import { emptyRow } from './empty-row.js';
import { idleRole } from './idle-role.js';
import { noAccountable } from './no-accountable.js';
import { noEmptyCell } from './no-empty-cell.js';
import { noResponsible } from './no-responsible.js';
import { nobodyConsultedOrInformed } from './nobody-consulted-or-informed.js';
import { onlyAccountable } from './only-accountable.js';
import { responsibleForMuch } from './responsible-for-much.js';
import { roleInEveryActivity } from './role-in-every-activity.js';
import { severalAccountable } from './several-accountable.js';
import { tooManyConsulted } from './too-many-consulted.js';
import { tooManyInformed } from './too-many-informed.js';
import { tooManyResponsible } from './too-many-responsible.js';

/** Every rule that a chart is held to, in the order in which they are told at one place. */
export const CHART_RULES: readonly ChartRule[] = [
  noAccountable,
  severalAccountable,
  noResponsible,
  emptyRow,
  tooManyResponsible,
  tooManyConsulted,
  consultedAndInformed,
  duplicateActivity,
  idleRole,
  onlyAccountable,
  noEmptyCell,
  nobodyConsultedOrInformed,
  tooManyInformed,
  responsibleForMuch,
  accountableForMuch,
  roleInEveryActivity,
];
