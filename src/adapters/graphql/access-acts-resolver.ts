import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type {
  AccessUseCases,
  AddMemberInput,
  ChangePasswordInput,
  ChangeRoleInput,
  CreateTokenInput,
  EndSessionsInput,
} from '../../application/access/index.js';
import { boundedList } from './bounded-list.js';
import { faultError } from './fault-code.js';
import { presentToken, tokenIdOf } from './present/present-access.js';
import type { RequestContext } from './request-context.js';
import { ACCESS } from './use-cases-token.js';

/** As many as mySessions tells. */
const MOST_SESSIONS = 100;

/** Changes who may do what: translates, calls one use case, translates back. */
@Resolver('Mutation')
export class AccessActsResolver {
  constructor(@Inject(ACCESS) private readonly access: AccessUseCases) {}

  @Mutation('addMember')
  addMember(@Args('input') input: AddMemberInput, @Context() context: RequestContext) {
    if (input.password) refuseKeeping(context);
    return this.access.addMember(input);
  }

  @Mutation('changeMemberRole')
  changeMemberRole(@Args('input') input: ChangeRoleInput) {
    return this.access.changeMemberRole(input);
  }

  @Mutation('removeMember')
  removeMember(@Args('input') input: Pick<ChangeRoleInput, 'email'>) {
    return this.access.removeMember(input);
  }

  @Mutation('createToken')
  async createToken(@Args('input') input: CreateTokenInput, @Context() context: RequestContext) {
    if (!context.keepOut) refuseKeeping(context);
    const { token, secret, problems } = await this.access.createToken(input);
    if (secret !== null) context.keepOut?.(secret);
    return { token: token && presentToken(token), secret, problems };
  }

  @Mutation('revokeToken')
  async revokeToken(@Args('input') { token }: { readonly token: string }) {
    return { token: presentToken(await this.access.revokeToken(tokenIdOf(token))) };
  }

  @Mutation('changePassword')
  async changePassword(@Args('input') input: ChangePasswordInput, @Context() context: RequestContext) {
    refuseKeeping(context);
    return { problems: await this.access.changePassword(input) };
  }

  @Mutation('endSessions')
  endSessions(@Args('input') input: EndSessionsInput, @Context() context: RequestContext) {
    if (input.password) refuseKeeping(context);
    boundedList('sessions', input.sessions ?? [], MOST_SESSIONS);
    return this.access.endSessions(input);
  }

  @Mutation('chooseWorkspace')
  chooseWorkspace(@Args('input') { workspace }: { readonly workspace: string }) {
    return this.access.chooseWorkspace(workspace);
  }
}

/** What was asked and answered under a key is kept for a day: no password and no secret may be among it. */
function refuseKeeping({ keepsItsAnswer }: RequestContext): void {
  if (!keepsItsAnswer) return;
  const message =
    'Passwords and the secrets of tokens are not kept, and what is asked under an Idempotency-Key is. Send this without one.';
  throw faultError('BAD_USER_INPUT', message);
}
