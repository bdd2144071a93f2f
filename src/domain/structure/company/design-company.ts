import type { StepKey } from '../../shared/index.js';
import { READINESS_RUNGS } from '../../metrics/index.js';
import { limitsOn } from '../limits-text/index.js';
import { proposeStructure } from '../propose-structure.js';
import { NO_SOLVER, type Solving } from '../solver/solving.js';
import type { StructureGround } from '../structure-ground.js';
import type { LimitsContradict, StructureLimits, StructureProposal } from '../structure-proposal.js';
import { companyGround, type CompanyGround } from './company-ground.js';
import type {
  CompanyLimitsContradict,
  CompanyNotPossible,
  CompanyNotReady,
  CompanyStructure,
  SuggestedCompany,
} from './company-structure.js';
import { rolesOfCompany, streamsOfCompany, totalHandOffs } from './company-shares.js';
import { companyNotes, companyText } from './tell-company.js';

/**
 * Roles over several streams at once, designed as those of one: loads of all of them added up, a shared role counted
 * once, one ceiling for each; and which stream pays for which hours. The order of the streams does not matter. Streams
 * designed one by one, with the same limits and paid hours, are one start of the search.
 */
export function designCompany(
  streams: readonly StructureGround[],
  asked: StructureLimits = {},
  solving: Solving = NO_SOLVER,
): SuggestedCompany {
  const refusal = notPossible(streams) ?? notReady(streams);
  if (refusal) return refusal;
  const ground = companyGround(streams);
  const { lookout } = solving.solver ?? {};
  const alone = ground.parts.map((part, at) => {
    lookout?.part(`stream ${at + 1} of ${ground.parts.length} by itself`);
    return proposeStructure(part, limitsOn(part.stream, asked), solving);
  });
  const proposals = alone.map((one) => (one.kind === 'StructureProposal' ? one : null));
  lookout?.part('all streams together');
  const proposal = proposeStructure(ground, asked, solving, known(ground, proposals));
  switch (proposal.kind) {
    case 'StructureProposal':
      return describe(ground, asked, proposal, proposals);
    case 'LimitsContradict':
      return contradiction(ground, proposal);
    case 'StreamNotReady':
      throw new Error('Streams that are all connected are connected together');
  }
}

function notPossible(streams: readonly StructureGround[]): CompanyNotPossible | null {
  const refuse = (message: string, remedy: string): CompanyNotPossible => ({
    kind: 'CompanyNotPossible',
    message,
    remedy,
  });
  if (streams.length === 0) return refuse('No stream was given.', 'Name two or more.');
  const names = new Map<string, string>();
  for (const { stream } of streams) {
    const former = names.get(stream.key);
    if (former !== undefined)
      return refuse(
        `Two streams have the key "${stream.key}": "${former}" and "${stream.name}".`,
        'Each stream counts once: leave one of them out, or give it another name behind `stream`.',
      );
    names.set(stream.key, stream.name);
  }
  return null;
}

const NEEDED = 'CONNECTED';

function notReady(streams: readonly StructureGround[]): CompanyNotReady | null {
  const below = streams.filter(
    ({ readiness }) => READINESS_RUNGS.indexOf(readiness.rung) < READINESS_RUNGS.indexOf(NEEDED),
  );
  if (below.length === 0) return null;
  return {
    kind: 'CompanyNotReady',
    needed: NEEDED,
    streams: below.map(({ stream: { key, name }, readiness: { rung, missing } }) => ({
      key,
      name,
      rung,
      missing,
    })),
  };
}

/** The roles of the streams designed one by one, side by side, as sets of demands; null where one of them has none. */
function known(ground: CompanyGround, alone: readonly (StructureProposal | null)[]): number[][] | null {
  const placeOf = new Map(
    ground.demands.map(({ step, capability }, at) => [`${step} ${capability.key}`, at]),
  );
  const sets = alone.map((proposal) =>
    proposal?.roles.map(({ demands }) =>
      demands.flatMap(({ step, capability }) => placeOf.get(`${step} ${capability}`) ?? []),
    ),
  );
  const all = sets.flatMap((of) => of ?? []);
  return sets.includes(undefined) ? null : all;
}

function contradiction(
  ground: CompanyGround,
  { message, limits, steps }: LimitsContradict,
): CompanyLimitsContradict {
  const stepsOf = (keys: readonly StepKey[]) => keys.flatMap((key) => ground.steps.get(key) ?? []);
  return { kind: 'CompanyLimitsContradict', message, limits, steps: stepsOf(steps) };
}

/** All positions of a proposal, as its goals count them. */
function positionsOf({ objectives }: StructureProposal): number {
  return objectives.find(({ name }) => name === 'positions')?.value ?? 0;
}

function describe(
  ground: CompanyGround,
  asked: StructureLimits,
  proposal: StructureProposal,
  alone: readonly (StructureProposal | null)[],
): CompanyStructure {
  const roles = rolesOfCompany(ground, proposal);
  const apart = alone.map((one) => one && positionsOf(one));
  const streams = streamsOfCompany(ground, proposal, roles, apart);
  const sum = apart.reduce<number>((total, one) => total + (one ?? 0), 0);
  const told = {
    kind: 'CompanyStructure',
    streams,
    roles,
    positions: positionsOf(proposal),
    positionsAlone: apart.includes(null) ? null : sum,
    handOffsPerWeek: totalHandOffs(streams),
    proposal,
  } as const;
  return { ...told, notes: companyNotes(ground, asked, told), text: companyText(told) };
}
