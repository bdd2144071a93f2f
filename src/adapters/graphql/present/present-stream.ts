import {
  deriveMatrix,
  type Force,
  type ResponsibilityMatrix,
  type Solving,
  type StructureLimits,
  type StructureProposal,
} from '../../../domain/index.js';
import type { BalanceBy, PlannedStream, ReportFormat, UseCases } from '../../../application/index.js';
import { globalId } from '../global-id.js';
import { readLimits, type LimitsInput } from '../limits-input.js';
import { answersFrom } from './answers-from.js';
import { onceOfPlan } from './once-of-plan.js';
import { DECISION_FIELDS } from './present-decisions.js';
import { presentAlternatives } from './present-alternatives.js';
import { presentBalance, presentForces, presentSpreads } from './present-forces.js';
import {
  presentComparison,
  presentNumbers,
  presentRanking,
  presentWhatIf,
  type ChangeArguments,
  type FirstArgument,
} from './present-change.js';
import { presentDesigns } from './present-design.js';
import { presentMetrics } from './present-metrics.js';
import { presentOutlook } from './present-outlook.js';
import { presentPacedLine } from './present-paced-line.js';
import { presentDownloads, presentPicture, type PictureArguments } from './present-pictures.js';
import {
  presentOrgChart,
  presentReport,
  type OrgChartArguments,
  type ReportArguments,
} from './present-report.js';
import { SUPPORT_FIELDS } from './present-support.js';
import { presentWithoutRole } from './present-shift.js';
import { presentNoStructure, presentProposal } from './present-structure.js';
import { stepBookOf, type StepBook } from './step-book.js';
import { onceReady, StreamGround, type StreamFields } from './stream-ground.js';

interface FormatArgument {
  readonly format: ReportFormat;
}

interface SuggestedArguments {
  readonly limits?: LimitsInput | null;
  readonly effort?: Solving['effort'] | null;
}

/** The fields of a stream that rest on its plan. */
const OF_PLAN: StreamFields = {
  customer: ({ plan }) => plan.stream.customer,
  owner: ({ plan }) => plan.stream.owner,
  ...SUPPORT_FIELDS,
  readiness: ({ plan }) => plan.readiness,
  steps: ({ book }, { force }: { readonly force?: Force | null }) => stepsOf(book, force ?? null),
  metrics: ({ plan }) => measuresOf(plan),
  forces: ({ book, plan }) => presentForces(book, plan),
  operatorBalance: ({ book, plan }, { by }: { readonly by?: BalanceBy | null }) =>
    presentBalance(book, plan, by ?? 'STEP'),
  pacedLine: ({ book, plan }) => presentPacedLine(book, plan),
  capabilityDemands: ({ book }) => book.demands(),
  suggestedStructure: ({ useCases, planned }, { limits, effort }: SuggestedArguments) =>
    presentSuggested(useCases, planned, readLimits(limits), effort ?? 'QUICK'),
  alternatives: ({ useCases, planned }, { limits }: Pick<SuggestedArguments, 'limits'>) =>
    presentAlternatives(useCases, planned, limits),
  structureOutlook: ({ useCases, planned }, { limits }: Pick<SuggestedArguments, 'limits'>) =>
    presentOutlook(useCases, planned, limits),
  adoptedStructure: ({ planned }) => presentAdopted(planned),
  ...DECISION_FIELDS,
  findings: ({ book, plan }) =>
    plan.findings.map((finding) => ({ ...finding, steps: finding.steps.map((key) => book.step(key)) })),
  findOutFirst: ({ book, plan }, asked: FirstArgument) => presentNumbers(book, plan, asked),
  whatIf: ({ book, plan }, asked: ChangeArguments) => presentWhatIf(book, plan, asked),
  withoutRole: ({ book, plan }, { role }: { readonly role: string }) => presentWithoutRole(book, plan, role),
  rankedChanges: ({ book, plan }, asked: FirstArgument) => presentRanking(book, plan, asked),
  comparedWith: async (
    { useCases, planned },
    { revision, to }: { readonly revision: number; readonly to?: number | null },
  ) => presentComparison(await useCases.compareRevisions(planned, revision, to ?? null)),
  raciReport: ({ useCases, planned }, { format }: FormatArgument) => useCases.raciReport(planned, format),
  report: ({ useCases, planned }, asked: ReportArguments) => presentReport(useCases, planned, asked),
  orgChart: ({ useCases, planned }, asked: OrgChartArguments) => presentOrgChart(useCases, planned, asked),
  walkSheet: ({ useCases, planned }, { format }: FormatArgument) => useCases.walkSheet(planned, format),
  picture: ({ useCases, planned }, asked: PictureArguments) => presentPicture(useCases, planned, asked),
  downloads: ({ useCases, planned }) => presentDownloads(useCases, planned),
};

const streamFrom = answersFrom<StreamGround>({
  values: {
    __typename: () => 'ValueStream',
    id: ({ stored }) => globalId({ type: 'ValueStream', id: stored.id }),
    key: ({ stored }) => stored.key,
    name: ({ stored }) => stored.name,
    revision: ({ stored }) => stored.revision,
    drawnAt: ({ stored }) => stored.drawnAt,
    napkin: ({ stored }) => stored.napkin,
  },
  workedOut: {
    designs: async ({ useCases, stored }): Promise<readonly object[]> =>
      presentDesigns(useCases, await useCases.designsOfStream(stored.id), (one) =>
        presentStream(useCases, one),
      ),
    ...onceReady(OF_PLAN),
  },
});

/** A stream with everything that follows from it; what is not asked for is not worked out. */
export function presentStream(useCases: UseCases, planned: PlannedStream): object {
  return streamFrom(new StreamGround(useCases, planned));
}

const measuresOf = onceOfPlan((plan) => {
  const book = stepBookOf(plan);
  return { ...presentMetrics(book, plan), ...presentSpreads(book, plan) };
});

/** A plan never changes: what stands in it is put together once. */
const adoptedOf = new WeakMap<PlannedStream['plan'], ReturnType<typeof presentProposal>>();

/** The structure that is adopted, with the matrix that is in force; null where none is adopted. */
export function presentAdopted(planned: PlannedStream) {
  const { structure, matrix } = planned.plan;
  if (!planned.stored.adopted || !structure || !matrix) return null;
  const known = adoptedOf.get(planned.plan);
  if (known) return known;
  const id = globalId({ type: 'AdoptedStructure', stream: planned.stored.id });
  const proposal = presentProposal(stepBookOf(planned.plan), structure, id, () => matrix);
  adoptedOf.set(planned.plan, proposal);
  return proposal;
}

/** The structure that the stream suggests under these limits, or why there is none. */
export async function presentSuggested(
  useCases: UseCases,
  planned: PlannedStream,
  limits: StructureLimits,
  effort: Solving['effort'],
) {
  const suggested = await useCases.suggestStructure(planned, limits, effort);
  const book = stepBookOf(planned.plan);
  if (suggested.kind !== 'StructureProposal') return presentNoStructure(book, suggested);
  const id = globalId({ type: 'SuggestedStructure', stream: planned.stored.id, limits, effort });
  return presentProposal(book, suggested, id, () => matrixOf(planned, suggested));
}

function matrixOf({ plan }: PlannedStream, structure: StructureProposal): ResponsibilityMatrix {
  return plan.matrix && structure === plan.structure
    ? plan.matrix
    : deriveMatrix({ ...plan.gate, structure });
}

function stepsOf(book: StepBook, force: Force | null) {
  return force === null ? book.steps() : book.steps().filter((step) => step.force === force);
}
