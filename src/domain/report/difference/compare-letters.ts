import type { RoleKey, StepKey } from '../../shared/index.js';
import { listNames, type MatrixCell, type RaciLetter } from '../../responsibility/index.js';
import type { Role } from '../../structure/index.js';
import { namesOf } from '../names-of.js';
import type { PlanIndex, StructuredPlan } from '../structured-plan.js';
import type { LetterChange } from './plan-difference.js';

/** One of the two plans that are set side by side. */
export interface Side {
  readonly plan: StructuredPlan;
  readonly index: PlanIndex;
}

interface Held {
  readonly step: StepKey;
  readonly id: string;
  readonly holder: string;
  readonly letter: RaciLetter;
  readonly role: RoleKey | null;
  readonly because: MatrixCell['because'];
}

/** Letters gained and lost with the reason of each, gained ones in the order of the matrix after, then lost ones in that of the matrix before. */
export function compareLetters(
  before: Side,
  after: Side,
  matched: ReadonlyMap<RoleKey, Role | null>,
): readonly LetterChange[] {
  const formerKey = (role: RoleKey): RoleKey => matched.get(role)?.key ?? role;
  const now = heldIn(after, formerKey);
  const then = heldIn(before, (role) => role);
  const place = ({ step, id, letter }: Held): string => `${step}\n${letter}\n${id}`;
  const [was, is] = [new Set(then.map(place)), new Set(now.map(place))];
  const explain = new LossTeller(before, after, now);
  const gained = now
    .filter((held) => !was.has(place(held)))
    .map((held) => changeOf('GAINED', held, after, held.because.map(({ text }) => text).join('; ')));
  const lost = then
    .filter((held) => !is.has(place(held)))
    .map((held) => changeOf('LOST', held, before, explain.why(held)));
  return [...gained, ...lost];
}

/** Every letter with its holder; ids tell holders apart across both plans. */
function heldIn({ plan }: Side, formerKey: (role: RoleKey) => RoleKey): readonly Held[] {
  const names = namesOf(plan);
  return (plan.matrix?.rows ?? []).flatMap(({ step, cells, taken }): Held[] => [
    ...cells.map(({ role, letter, because }) => {
      return { step, id: `role ${formerKey(role)}`, holder: names.role(role), letter, role, because };
    }),
    ...(taken
      ? [
          {
            step,
            id: `owner ${taken.holder}`,
            holder: `${taken.holder} (owner)`,
            letter: 'A' as const,
            role: null,
            because: taken.because,
          },
        ]
      : []),
  ]);
}

function changeOf(change: LetterChange['change'], held: Held, { index }: Side, why: string): LetterChange {
  const step = index.steps.get(held.step);
  const { holder, letter } = held;
  return { change, position: step?.position ?? null, step: step?.name ?? held.step, holder, letter, why };
}

/** Tells why a letter is no longer held: the first link of its chain that is gone. */
class LossTeller {
  private readonly heldAt = new Map<StepKey, Held[]>();

  constructor(
    private readonly before: Side,
    private readonly after: Side,
    now: readonly Held[],
  ) {
    for (const held of now) {
      const there = this.heldAt.get(held.step);
      if (there) there.push(held);
      else this.heldAt.set(held.step, [held]);
    }
  }

  why(held: Held): string {
    const name = this.before.index.steps.get(held.step)?.name ?? held.step;
    const step = this.after.index.steps.get(held.step);
    if (!step) return `"${name}" has left the stream.`;
    if (step.outside && !this.before.index.steps.get(held.step)?.outside)
      return `"${name}" is done outside now.`;
    if (held.letter === 'R') return this.whyNotResponsible(held, name);
    const others = this.holders(held.step, held.letter);
    if (held.letter === 'A')
      return others === ''
        ? `Nobody answers for "${name}" any more.`
        : `${others} answers for "${name}" now.`;
    const instead = (this.heldAt.get(held.step) ?? []).filter(({ id }) => id === held.id);
    if (instead.length > 0)
      return `${held.holder} has ${listNames(instead.map(({ letter }) => letter))} there instead.`;
    const reason = held.because.map(({ text }) => text).join('; ');
    return `What gave the reason no longer holds: ${reason}.`;
  }

  /** A capability is no longer demanded, or another role carries it. */
  private whyNotResponsible(held: Held, name: string): string {
    const capabilities = held.because.flatMap(({ capability }) => capability ?? []);
    const gone = capabilities.filter(({ key }) => !this.after.index.demand(held.step, key));
    const kept = capabilities.filter(({ key }) => this.after.index.demand(held.step, key));
    const others = this.holders(held.step, 'R');
    const parts = [
      ...(gone.length > 0 ? [`"${name}" no longer demands ${listNames(gone.map((one) => one.name))}.`] : []),
      ...(kept.length > 0 && others !== ''
        ? [`${others} carries ${listNames(kept.map((one) => one.name))} for "${name}" now.`]
        : []),
    ];
    if (parts.length > 0) return parts.join(' ');
    return others === '' ? `Nobody carries "${name}" any more.` : `${others} carries "${name}" now.`;
  }

  private holders(step: StepKey, letter: RaciLetter): string {
    const there = (this.heldAt.get(step) ?? []).filter((held) => held.letter === letter);
    return listNames([...new Set(there.map(({ holder }) => holder))]);
  }
}
