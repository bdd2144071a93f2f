import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { AdoptInput, ConfirmInput, DrawInput, ProposeInput, UseCases } from '../../application/index.js';
import { boundedList } from './bounded-list.js';
import { presentVerdict } from './present/present-gate.js';
import { presentAdopted, presentStream } from './present/present-stream.js';
import { presentNoStructure } from './present/present-structure.js';
import { stepBookOf } from './present/step-book.js';
import { USE_CASES } from './use-cases-token.js';
import { LONGEST_LIST, readWishes, type WishInput } from './wish-input.js';

interface ProposeArgument extends Omit<ProposeInput, 'wishes'> {
  readonly wishes: readonly WishInput[];
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
  async adoptStructure(@Args('input') input: AdoptInput) {
    const result = await this.useCases.adoptStructure(input);
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
    const { planned, judgedBy, verdicts } = await this.useCases.proposeAssignments({ ...input, wishes });
    const accepted = verdicts.filter(({ kind }) => kind === 'AcceptedWish').length;
    return {
      valueStream: presentStream(this.useCases, planned),
      verdicts: verdicts.map((verdict) => presentVerdict(stepBookOf(judgedBy), verdict)),
      accepted,
      refused: verdicts.length - accepted,
    };
  }

  @Mutation('confirmCapabilities')
  async confirmCapabilities(@Args('input') input: ConfirmInput) {
    boundedList('confirmations', input.confirmations ?? [], LONGEST_LIST);
    const { planned, problems } = await this.useCases.confirmCapabilities(input);
    return { valueStream: planned && presentStream(this.useCases, planned), problems };
  }
}
