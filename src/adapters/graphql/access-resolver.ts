import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { AccessUseCases } from '../../application/access/index.js';
import { readPageArguments, type PageArguments } from './page-arguments.js';
import { presentAuditEntry, presentToken } from './present/present-access.js';
import { presentPage, presentSlice } from './present/present-page.js';
import { ACCESS } from './use-cases-token.js';

/** Answers who may do what, and who did what: translates, calls one use case, translates back. */
@Resolver('Query')
export class AccessResolver {
  constructor(@Inject(ACCESS) private readonly access: AccessUseCases) {}

  @Query('me')
  async me() {
    const { member, memberships } = await this.access.me();
    const { name, account, workspace, role } = member;
    return { name, account, workspace, role, memberships };
  }

  @Query('mySessions')
  mySessions() {
    return this.access.sessions();
  }

  @Query('members')
  async members(@Args() args: PageArguments) {
    return presentPage(await this.access.members(readPageArguments(args)), (member) => member);
  }

  @Query('apiTokens')
  async apiTokens(@Args() args: PageArguments) {
    return presentPage(await this.access.tokens(readPageArguments(args)), presentToken);
  }

  @Query('auditLog')
  async auditLog(@Args() args: PageArguments) {
    const page = await this.access.auditLog(readPageArguments(args));
    // A log has no end: it is counted only for those who ask.
    return { ...presentSlice(page, presentAuditEntry), totalCount: () => this.access.auditLogLength() };
  }
}
