import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type {
  AdoptInput,
  ConfirmInput,
  DrawInput,
  EndOverrideInput,
  OverrideInput,
  ProposeInput,
  UseCases,
  WithdrawInput,
} from '../../application/index.js';
import { boundedList } from './bounded-list.js';
import { designIdOf } from './design-resolver.js';
import { readGlobalId } from './global-id.js';
import { readLimits, type LimitsInput } from './limits-input.js';
import { presentVerdict } from './present/present-gate.js';
import { presentOverride } from './present/present-override.js';
import { presentOverrideResult } from './present/present-override-result.js';
import { presentAdopted, presentStream } from './present/present-stream.js';
import { presentNoStructure } from './present/present-structure.js';
import { stepBookOf } from './present/step-book.js';
import { USE_CASES } from './use-cases-token.js';
import { LONGEST_LIST, readWish, readWishes, type WishInput } from './wish-input.js';

interface ProposeArgument extends Omit<ProposeInput, 'wishes'> {
  readonly wishes: readonly WishInput[];
}

interface OverrideArgument extends Omit<OverrideInput, 'wish'> {
  readonly wish: WishInput;
}

interface AdoptArgument extends Omit<AdoptInput, 'limits'> {
  readonly limits?: LimitsInput | null;
}

/** Does every act of the schema: translates, calls one use case, translates back. */
@Resolver('Mutation')
export class MutationResolver {
  constructor(@Inject(USE_CASES) private readonly useCases: UseCases) {}

  @Mutation('drawValueStream')
  async drawValueStream(@Args('input') input: DrawInput) {
    const { streams, problems } = await this.useCases.drawStream(input);
    const valueStreams = streams.map((planned) => presentStream(this.useCases, planned));
    return { valueStream: valueStreams.at(0) ?? null, valueStreams, problems };
  }

  @Mutation('adoptStructure')
  async adoptStructure(@Args('input') input: AdoptArgument) {
    const design = input.design == null ? null : designIdOf(input.design);
    const result = await this.useCases.adoptStructure({ ...input, design, limits: readLimits(input.limits) });
    if (result.kind === 'AdoptedStructure') {
      const valueStream = presentStream(this.useCases, result.planned);
      return { __typename: result.kind, valueStream, structure: presentAdopted(result.planned) };
    }
    const planned = await this.useCases.stream(input.stream);
    return planned && presentNoStructure(stepBookOf(planned.plan), result);
  }

  @Mutation('proposeAssignments')
  async proposeAssignments(@Args('input') input: ProposeArgument) {
    const wishes = readWishes(input.wishes);
    const proposed = await this.useCases.proposeAssignments({ ...input, wishes });
    const { planned, judgedBy, verdicts, stored, toldAgain = false } = proposed;
    const accepted = verdicts.filter(({ kind }) => kind === 'AcceptedWish').length;
    return {
      valueStream: presentStream(this.useCases, planned),
      verdicts: verdicts.map((verdict) => presentVerdict(stepBookOf(judgedBy), verdict)),
      accepted,
      refused: verdicts.length - accepted,
      ...{ stored, toldAgain },
    };
  }

  @Mutation('withdrawAssignment')
  async withdrawAssignment(@Args('input') { assignment, expectedRevision }: WithdrawInput) {
    const thing = readGlobalId(assignment);
    const id = thing?.type === 'Assignment' ? thing.id : '';
    const { planned, withdrawn } = await this.useCases.withdrawAssignment({
      assignment: id,
      expectedRevision: expectedRevision ?? null,
    });
    const { holder, letter, step } = withdrawn;
    const valueStream = presentStream(this.useCases, planned);
    return {
      valueStream,
      holder,
      letter,
      step: { ...stepBookOf(planned.plan).step(step.key), name: step.name },
    };
  }

  @Mutation('overrideRefusal')
  async overrideRefusal(@Args('input') input: OverrideArgument) {
    const result = await this.useCases.overrideRefusal({ ...input, wish: readWish(input.wish) });
    return presentOverrideResult(this.useCases, result);
  }

  @Mutation('endOverride')
  async endOverride(@Args('input') { override, expectedRevision }: EndOverrideInput) {
    const thing = readGlobalId(override);
    const { planned, ended } = await this.useCases.endOverride({
      override: thing?.type === 'Override' ? thing.id : '',
      expectedRevision: expectedRevision ?? null,
    });
    const told = { override: ended, status: 'ENDED' as const, now: null };
    const valueStream = presentStream(this.useCases, planned);
    return { override: presentOverride(stepBookOf(planned.plan), told), valueStream };
  }

  @Mutation('confirmCapabilities')
  async confirmCapabilities(@Args('input') input: ConfirmInput) {
    boundedList('confirmations', input.confirmations ?? [], LONGEST_LIST);
    const { planned, problems } = await this.useCases.confirmCapabilities(input);
    return { valueStream: planned && presentStream(this.useCases, planned), problems };
  }
}
