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
import { once } from './once.js';
import { onceOfPlan } from './once-of-plan.js';
import { presentDecisions } from './present-decisions.js';
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
import { presentSupport } from './present-support.js';
import { presentWithoutRole } from './present-shift.js';
import { presentNoStructure, presentProposal } from './present-structure.js';
import { stepBookOf, type StepBook } from './step-book.js';
import { whenReady } from './when-ready.js';

interface SuggestedArguments {
  readonly limits?: LimitsInput | null;
  readonly effort?: Solving['effort'] | null;
}

/** A stream with everything that follows from it; what is not asked for is not worked out. */
export function presentStream(useCases: UseCases, planned: PlannedStream) {
  const { stored } = planned;
  const book = once(() => stepBookOf(planned.plan));
  return {
    __typename: 'ValueStream',
    id: globalId({ type: 'ValueStream', id: stored.id }),
    key: stored.key,
    name: stored.name,
    revision: stored.revision,
    drawnAt: stored.drawnAt,
    napkin: stored.napkin,
    designs: async (): Promise<readonly object[]> =>
      presentDesigns(useCases, await useCases.designsOfStream(stored.id), (one) =>
        presentStream(useCases, one),
      ),
    ...whenReady(planned, {
      customer: () => planned.plan.stream.customer,
      owner: () => planned.plan.stream.owner,
      ...presentSupport(book, () => planned.plan.stream),
      readiness: () => planned.plan.readiness,
      steps: (args: { readonly force?: Force | null }) => stepsOf(book(), args.force ?? null),
      metrics: () => measuresOf(planned.plan),
      forces: () => presentForces(book(), planned.plan),
      operatorBalance: (args: { readonly by?: BalanceBy | null }) =>
        presentBalance(book(), planned.plan, args.by ?? 'STEP'),
      pacedLine: () => presentPacedLine(book(), planned.plan),
      capabilityDemands: () => book().demands(),
      suggestedStructure: (args: SuggestedArguments) =>
        presentSuggested(useCases, planned, readLimits(args.limits), args.effort ?? 'QUICK'),
      alternatives: (args: Pick<SuggestedArguments, 'limits'>) =>
        presentAlternatives(useCases, planned, args.limits),
      structureOutlook: (args: Pick<SuggestedArguments, 'limits'>) =>
        presentOutlook(useCases, planned, args.limits),
      adoptedStructure: () => presentAdopted(planned),
      ...presentDecisions(useCases, planned, book),
      findings: () =>
        planned.plan.findings.map((finding) => ({
          ...finding,
          steps: finding.steps.map((key) => book().step(key)),
        })),
      findOutFirst: (args: FirstArgument) => presentNumbers(book(), planned.plan, args),
      whatIf: (args: ChangeArguments) => presentWhatIf(book(), planned.plan, args),
      withoutRole: (args: { readonly role: string }) => presentWithoutRole(book(), planned.plan, args.role),
      rankedChanges: (args: FirstArgument) => presentRanking(book(), planned.plan, args),
      comparedWith: async (args: { readonly revision: number; readonly to?: number | null }) =>
        presentComparison(await useCases.compareRevisions(planned, args.revision, args.to ?? null)),
      raciReport: (args: { readonly format: ReportFormat }) => useCases.raciReport(planned, args.format),
      report: (args: ReportArguments) => presentReport(useCases, planned, args),
      orgChart: (args: OrgChartArguments) => presentOrgChart(useCases, planned, args),
      walkSheet: (args: { readonly format: ReportFormat }) => useCases.walkSheet(planned, args.format),
      picture: (args: PictureArguments) => presentPicture(useCases, planned, args),
      downloads: () => presentDownloads(useCases, planned),
    }),
  };
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
