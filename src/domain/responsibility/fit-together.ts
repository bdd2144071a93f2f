import type { Examined } from './examine.js';
import { fitAllOf, fitHours, type HoursFit } from './fit-hours.js';
import type { Gate } from './gate.js';
import { gather } from './step-book.js';
import { Workload, type Doing } from './workload.js';

/**
 * The hours of all that would be accepted, in whatever order it was wished for. What does not fit by itself is refused first;
 * then all that is wished for one holder, where it does not fit together. Who is refused shares no step; the others' shares
 * grow until all who are left fit.
 */
export function fitTogether(
  gate: Gate,
  standing: readonly Doing[],
  exams: readonly Examined[],
): (HoursFit | null)[] {
  const refused = new Map<number, HoursFit>();
  for (;;) {
    const doings = exams.map((exam, index) => (refused.has(index) ? null : doingOf(exam)));
    const workload = new Workload(gate, [...standing, ...doings.filter((doing) => doing !== null)]);
    for (const { holder, step } of standing) {
      const share = workload.shareOf(holder, step);
      if (share) workload.add(holder, share);
    }
    const alone = exams.map((exam, index) => (doings[index] ? fitHours(gate, workload, exam) : null));
    const before = refused.size;
    refuse(refused, alone);
    if (refused.size > before) continue;
    const fits = together(gate, workload, exams, alone);
    refuse(refused, fits);
    if (refused.size > before) continue;
    alone.forEach((fit, index) => {
      const holder = exams[index]?.holder;
      if (fit && holder) workload.add(holder, fit.takes);
    });
    return exams.map((exam, index) => refused.get(index) ?? fits[index] ?? fitHours(gate, workload, exam));
  }
}

function refuse(refused: Map<number, HoursFit>, fits: readonly (HoursFit | null)[]): void {
  fits.forEach((fit, index) => {
    if (fit?.reason) refused.set(index, fit);
  });
}

/** What several wishes of one holder take together, told of each of them; any other fits as it does by itself. */
function together(
  gate: Gate,
  workload: Workload,
  exams: readonly Examined[],
  alone: readonly (HoursFit | null)[],
): (HoursFit | null)[] {
  const wished = new Map<string, number[]>();
  exams.forEach(({ holder }, index) => {
    if (holder && (alone[index]?.takes.hours ?? 0) > 0) gather(wished, holder.id, index);
  });
  const fits = [...alone];
  for (const indices of wished.values()) {
    if (indices.length < 2) continue;
    const wishes = indices.flatMap((index) => {
      const { holder = null, step = null } = exams[index] ?? {};
      const takes = alone[index]?.takes;
      return holder && step && takes ? [{ holder, step, takes }] : [];
    });
    const all = fitAllOf(gate, workload, wishes);
    for (const index of all ? indices : []) {
      const fit = alone[index];
      if (fit) fits[index] = { ...fit, ...all };
    }
  }
  return fits;
}

function doingOf({ holder, step, wish, inForce, reasons }: Examined): Doing | null {
  return holder && step && wish.letter === 'R' && !inForce && reasons.length === 0 ? { holder, step } : null;
}
