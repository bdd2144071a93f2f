import type { FindingRule } from '../finding-rule.js';
import { adoptedStructureUncoveredStep } from './adopted-structure-uncovered-step.js';
import { assignmentLostItsReason } from './assignment-lost-its-reason.js';
import { capabilityNobodyHolds } from './capability-nobody-holds.js';
import { compensatingControlDeclared } from './compensating-control-declared.js';
import { costliestRework } from './costliest-rework.js';
import { demandStatedNowhere } from './demand-stated-nowhere.js';
import { dutiesNotApartToday } from './duties-not-apart-today.js';
import { fifoLaneOverfull } from './fifo-lane-overfull.js';
import { forcesNotTold } from './forces-not-told.js';
import { obligationNobodyServes } from './obligation-nobody-serves.js';
import { overrideStands } from './override-stands.js';
import { personOverCapacity } from './person-over-capacity.js';
import { readinessNextRung } from './readiness-next-rung.js';
import { roleOverCapacity } from './role-over-capacity.js';
import { seamHandOff } from './seam-hand-off.js';
import { servesLeadsNowhere } from './serves-leads-nowhere.js';
import { singleHolder } from './single-holder.js';
import { stationBehindTakt } from './station-behind-takt.js';
import { stepNobodyCanCarry } from './step-nobody-can-carry.js';
import { stepWithoutPerformer } from './step-without-performer.js';
import { streamWithoutOwner } from './stream-without-owner.js';

/** Every rule, in the order in which findings of one weight are told. */
export const RULES: readonly FindingRule[] = [
  stepNobodyCanCarry,
  assignmentLostItsReason,
  overrideStands,
  adoptedStructureUncoveredStep,
  streamWithoutOwner,
  servesLeadsNowhere,
  capabilityNobodyHolds,
  dutiesNotApartToday,
  roleOverCapacity,
  personOverCapacity,
  singleHolder,
  costliestRework,
  fifoLaneOverfull,
  stationBehindTakt,
  stepWithoutPerformer,
  seamHandOff,
  compensatingControlDeclared,
  obligationNobodyServes,
  demandStatedNowhere,
  forcesNotTold,
  readinessNextRung,
];
