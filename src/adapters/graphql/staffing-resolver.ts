import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { ProposeStaffingInput, UseCases, WithdrawStaffingInput } from '../../application/index.js';
import { readStaffingWishes, type StaffingWishInput } from './people-input.js';
import { presentJudgedStaffing } from './present/present-people.js';
import { presentStream } from './present/present-stream.js';
import { USE_CASES } from './use-cases-token.js';

interface ProposeStaffingArgument extends Omit<ProposeStaffingInput, 'wishes'> {
  readonly wishes: readonly StaffingWishInput[];
}

/** Puts people into roles and takes them out: translates, calls one use case, translates back. */
@Resolver('Mutation')
export class StaffingResolver {
  constructor(@Inject(USE_CASES) private readonly useCases: UseCases) {}

  @Mutation('proposeStaffing')
  async proposeStaffing(@Args('input') input: ProposeStaffingArgument) {
    const wishes = readStaffingWishes(input.wishes);
    const proposed = await this.useCases.proposeStaffing({ ...input, wishes });
    const { judgedBy: plan, verdicts, planned, stored, toldAgain = false } = proposed;
    return {
      verdicts: presentJudgedStaffing({ plan, verdicts }),
      ...{ stored, toldAgain },
      valueStream: presentStream(this.useCases, planned),
    };
  }

  @Mutation('withdrawStaffing')
  async withdrawStaffing(@Args('input') input: WithdrawStaffingInput) {
    const { withdrawn, planned } = await this.useCases.withdrawStaffing(input);
    return {
      person: withdrawn.person,
      role: withdrawn.role.name,
      valueStream: presentStream(this.useCases, planned),
    };
  }
}
