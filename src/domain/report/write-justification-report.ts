import { formatNumber, type Justification, type StepKey } from '../shared/index.js';
import type { Transfer } from '../metrics/index.js';
import type { MatrixCell, MatrixRow } from '../responsibility/index.js';
import type { JustificationReport, JustifiedEntry, JustifyingLink } from './justification-report.js';
import { sayFigure } from './measures.js';
import { namesOf } from './names-of.js';
import {
  headOf,
  indexPlan,
  type PlanIndex,
  type StructuredPlan,
  type StructureReportGround,
} from './structured-plan.js';

type Linker = (step: StepKey, because: readonly Justification[]) => readonly JustifyingLink[];

/** Every assignment with its chain: what follows from the stream in the order of the matrix, then what was accepted beyond it and whether it still stands. */
export function writeJustificationReport(ground: StructureReportGround): JustificationReport {
  const { plan } = ground;
  const names = namesOf(plan);
  const index = indexPlan(plan);
  const link = linkerOf(plan, index);
  const derived = (plan.matrix?.rows ?? []).flatMap(({ cells }) =>
    cells
      .filter(({ accepted }) => !accepted)
      .map((cell) => derivedEntry(cell, names.role(cell.role), index, link)),
  );
  const taken = (plan.matrix?.rows ?? []).flatMap((row) => takenEntry(row, plan, index, link));
  const accepted = plan.assignments.map((judged) => acceptedEntry(judged, index, link));
  const entries = [...derived, ...taken, ...accepted];
  return {
    kind: 'JUSTIFICATIONS',
    ...headOf('Why each assignment stands', ground, names),
    entries,
    counts: {
      derived: derived.length + taken.length,
      accepted: accepted.length,
      lost: accepted.filter(({ stillStands }) => !stillStands).length,
    },
    conventions: [
      'An assignment stands on a chain: assignment → capability → step → stream. A C or an I, and what an owner has taken, may stand on a flow line or an ownership instead of a capability.',
      'What somebody wrote beside a wish is no reason and is not printed here; refused wishes stand in the RACI report.',
    ],
  };
}

function derivedEntry(cell: MatrixCell, holder: string, index: PlanIndex, link: Linker): JustifiedEntry {
  return {
    ...placeOf(cell.step, index),
    holder,
    letter: cell.letter,
    accepted: false,
    revision: null,
    stillStands: true,
    lost: [],
    because: link(cell.step, cell.because),
  };
}

/** An owner's A stands here only where no assignment of the log says the same. */
function takenEntry(row: MatrixRow, plan: StructuredPlan, index: PlanIndex, link: Linker): JustifiedEntry[] {
  const { step, taken } = row;
  if (!taken) return [];
  const logged = plan.assignments.some(
    ({ assignment }) =>
      assignment.step.key === step && assignment.letter === 'A' && assignment.holder === taken.holder,
  );
  if (logged) return [];
  const { holder, because } = taken;
  const standing = { accepted: true, revision: null, stillStands: true, lost: [] };
  return [{ ...placeOf(step, index), holder, letter: 'A', ...standing, because: link(step, because) }];
}

function acceptedEntry(
  { assignment, stillJustified, lost }: StructuredPlan['assignments'][number],
  index: PlanIndex,
  link: Linker,
): JustifiedEntry {
  const { holder, letter, step, revision, because } = assignment;
  return {
    ...placeOf(step.key, index),
    step: step.name,
    holder,
    letter,
    accepted: true,
    revision,
    stillStands: stillJustified,
    lost: lost.map(({ message, remedy }) => `${message} ${remedy}`),
    because: link(step.key, because),
  };
}

function placeOf(key: StepKey, { steps }: PlanIndex): Pick<JustifiedEntry, 'position' | 'step' | 'line'> {
  const step = steps.get(key);
  return { position: step?.position ?? null, step: step?.name ?? key, line: step?.line ?? null };
}

function linkerOf({ stream, metrics }: StructuredPlan, index: PlanIndex): Linker {
  const ways = new Map<string, Transfer>();
  for (const transfer of metrics.transfers)
    if (!ways.has(`${transfer.from}\n${transfer.to}`)) ways.set(`${transfer.from}\n${transfer.to}`, transfer);
  const name = (key: StepKey): string => index.steps.get(key)?.name ?? key;
  const flowLine = (a: StepKey, b: StepKey): string | null => {
    const way = ways.get(`${a}\n${b}`) ?? ways.get(`${b}\n${a}`);
    if (!way || a === b) return null;
    const demand = stream.demandPerWeek?.likely ?? null;
    const times = way.perUnit * (demand ?? 1);
    const often = way.shareUnknown
      ? '? (the share is not told)'
      : `${formatNumber(times)} times ${demand === null ? 'for one unit' : 'a week'}`;
    const kind = way.kind === 'RETURN' ? 'return' : 'flow';
    const line = way.line === null ? '' : ` on line ${way.line}`;
    return `${kind}${line}: "${name(way.from)}" to "${name(way.to)}", ${often}`;
  };
  return (at, because) =>
    because.map(({ step, capability, rule, text }) => {
      const demand = capability && index.demand(step, capability.key);
      return {
        rule,
        capability: capability?.name ?? null,
        demandedBy: name(step),
        demandedByLine: index.steps.get(step)?.line ?? null,
        flowLine: flowLine(step, at),
        hours: demand ? sayFigure(demand.hoursPerWeek) : null,
        text,
      };
    });
}
