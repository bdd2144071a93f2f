import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { UseCases } from '../../application/index.js';
import { fteOf } from '../../domain/index.js';
import { faultError } from './fault-code.js';
import {
  readPeopleInput,
  readPersonTime,
  readStaffingWishes,
  type FteInput,
  type PeopleInput,
  type StaffingWishInput,
} from './people-input.js';
import { presentAssessedPeople, presentJudgedStaffing } from './present/present-people.js';
import { USE_CASES } from './use-cases-token.js';

/** Answers what is asked about people: translates, calls one use case, translates back. */
@Resolver('Query')
export class PeopleResolver {
  constructor(@Inject(USE_CASES) private readonly useCases: UseCases) {}

  @Query('assessStaffing')
  async assessStaffing(@Args('stream') key: string, @Args('people') people?: PeopleInput | null) {
    return presentAssessedPeople(await this.useCases.assessPeople(key, readPeopleInput(people)));
  }

  @Query('judgeStaffing')
  async judgeStaffing(
    @Args('stream') key: string,
    @Args('wishes') wishes: readonly StaffingWishInput[],
    @Args('people') people?: PeopleInput | null,
  ) {
    const judged = await this.useCases.judgePeople(key, readStaffingWishes(wishes), readPeopleInput(people));
    if (judged.kind === 'PeopleUnreadable') throw faultError('BAD_USER_INPUT', judged.message);
    return presentJudgedStaffing(judged);
  }

  @Query('reckonFte')
  reckonFte(@Args('input') input: FteInput) {
    const reckoned = fteOf(input.workHours, readPersonTime(input));
    return { __typename: reckoned.kind, ...reckoned };
  }
}
