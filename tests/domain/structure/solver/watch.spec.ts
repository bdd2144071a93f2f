import { describe, expect, it } from '@jest/globals';
import { makeNapkin } from '../../../../bench/make-stream.js';
import { loadHighs } from '../../../../src/adapters/solver/index.js';
import {
  DEFAULT_LIMITS,
  designCompany,
  growStructure,
  proposeStructure,
  structureFront,
  structureSensitivity,
  tellSearch,
  watched,
  type SearchNews,
  type Solving,
  type StructureProposal,
} from '../../../../src/domain/structure/index.js';
import { violationsOf } from '../../../support/structure-checker.js';
import { asProposal, groundOfNapkin } from '../../../support/structure-of.js';

const solver = await loadHighs();
const ground = groundOfNapkin(makeNapkin(52, 7));

function proposed(solving: Solving): StructureProposal {
  return asProposal(proposeStructure(ground, {}, solving));
}

/** A search that is ended when it asks for the nth time whether that is enough; null: never. */
function endedAt(
  nth: number | null,
  effort: Solving['effort'] = 'QUICK',
): {
  readonly solving: Solving;
  readonly news: SearchNews[];
  asked: number;
} {
  const search = { news: [] as SearchNews[], asked: 0 };
  const isEnough = (): boolean => {
    search.asked += 1;
    return nth !== null && search.asked >= nth;
  };
  const looking = watched(solver, { tell: (news) => search.news.push(news), isEnough });
  return Object.assign(search, { solving: { solver: looking, effort } });
}

describe('a search that somebody looks on', () => {
  const plain = proposed({ solver, effort: 'QUICK' });
  const whole = endedAt(null);
  const same = proposed(whole.solving);

  it('finds the same as one that nobody looks on', () => {
    expect(JSON.stringify(same)).toBe(JSON.stringify(plain));
  });

  it('is told in the units of the goals, never better than it ends and never with a bound above what is best', () => {
    expect(whole.news.length).toBeGreaterThan(4);
    const last = whole.news.at(-1);
    expect(last?.goals.map(({ name }) => name)).toEqual(['positions', 'hand-offs', 'fragmentation']);
    for (const { name, best, lowerBound } of last?.goals ?? []) {
      const told = plain.objectives.find((goal) => goal.name === name);
      expect(best).toBeCloseTo(told?.value ?? NaN, 3);
      expect(lowerBound).toBeCloseTo(told?.lowerBound ?? NaN, 3);
    }
    for (const { goals } of whole.news)
      for (const goal of goals) expect(goal.lowerBound).toBeLessThanOrEqual(goal.best);
    expect(whole.news.map(({ work }) => work)).toEqual(
      [...whole.news].map(({ work }) => work).sort((a, b) => a - b),
    );
  });

  it('ends with roles that keep every limit and with bounds that hold, whenever it is ended', () => {
    const limits = { ...DEFAULT_LIMITS, breadthIsDefault: true };
    const best = new Map(plain.objectives.map(({ name, value }) => [name, value]));
    expect(plain.objectives[0]?.proven).toBe(true);
    const moments = [1, 3, 8, 20, 60, 150, 400];
    for (const nth of moments) {
      const early = proposed(endedAt(nth, 'THOROUGH').solving);
      expect(violationsOf(ground, limits, early)).toEqual([]);
      const [positions, handOffs] = early.objectives;
      expect(positions?.lowerBound).toBeLessThanOrEqual(best.get('positions') ?? 0);
      const samePositions = positions?.value === best.get('positions');
      if (samePositions)
        expect(handOffs?.lowerBound).toBeLessThanOrEqual((best.get('hand-offs') ?? 0) + 1e-9);
      expect(early.provenOptimal && !plain.provenOptimal).toBe(false);
    }
  });

  it('ends choices, growth and guesses with what there is of them', () => {
    const front = structureFront(ground, {}, endedAt(1).solving);
    if (front.kind !== 'StructureFront') throw new Error(front.kind);
    expect(front.complete).toBe(false);
    expect(front.alternatives.length).toBeGreaterThan(0);
    const growth = growStructure(ground, { kept: plain, limits: {} }, endedAt(1).solving);
    if (growth.kind !== 'Growth') throw new Error(growth.kind);
    expect(growth.points.map(({ times }) => times)).toEqual([1]);
    const guessed = groundOfNapkin(makeNapkin(52, 7).replaceAll(/ (\d+m)\b/g, ' ~$1'));
    const all = {
      kept: asProposal(proposeStructure(guessed, {}, { solver, effort: 'QUICK' })),
      limits: {},
      most: 5,
    };
    const sure = structureSensitivity(guessed, all, endedAt(1).solving);
    expect([sure.tried, sure.numbers.length, sure.allLow]).toEqual([1, 1, null]);
    expect(sure.guesses).toBeGreaterThan(5);
  });

  it('is told in one line, as anybody would say it', () => {
    const goals = [
      { name: 'positions', best: 11, lowerBound: 11, gap: 0 },
      { name: 'hand-offs', best: 119.05, lowerBound: 114.3, gap: 0.04 },
    ];
    expect(tellSearch({ part: 'guess 2 of 5', stage: 'joining steps into roles', goals, work: 7 })).toBe(
      'guess 2 of 5: positions 11 (proven) · hand-offs 119 (gap 4 %) · joining steps into roles',
    );
    expect(tellSearch({ part: '', stage: '', goals: goals.slice(0, 1), work: 7 })).toBe(
      'positions 11 (proven)',
    );
  });
});

describe('a company whose search is ended early', () => {
  it('has no two roles that do the same work under one ceiling', () => {
    const people = ['Ann', 'Bo', 'Cy', 'Di', 'Eli'];
    const work = ['lead qualification', 'site survey', 'billing', 'installation', 'delivery', 'purchasing'];
    const napkin = (name: string, seed: number) =>
      [
        `stream ${name}`,
        'demand: 40/week',
        'sales:',
        ...Array.from({ length: 45 }, (_, at) => {
          const [who, what] = [people[(at * 3 + seed) % 5] ?? '', work[(at * 5 + seed * at) % 6] ?? ''];
          return `${at === 15 ? 'fulfilment:\n' : ''}${name} task ${at} @${who} ${5 + ((at * 7) % 40)}m {${what}}`;
        }),
      ].join('\n');
    const grounds = ['Alpha', 'Beta', 'Gamma'].map((name, at) => groundOfNapkin(napkin(name, at + 1)));
    for (const nth of [1, 4, 30]) {
      const company = designCompany(grounds, {}, endedAt(nth).solving);
      if (company.kind !== 'CompanyStructure') throw new Error(company.kind);
      const kinds = company.proposal.roles.map(({ capabilities }) =>
        capabilities
          .map(({ key }) => key)
          .sort()
          .join(),
      );
      expect(new Set(kinds).size).toBe(kinds.length);
      expect(kinds.length).toBeLessThan(20);
    }
  });
});
