import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { ReportFormat, UseCases } from '../../application/index.js';
import { askedTogether, findNodes } from './asked-together.js';
import { readAuditInput, type AuditInput } from './audit-input.js';
import { boundedList } from './bounded-list.js';
import { findNode } from './find-node.js';
import { readLimits, type LimitsInput } from './limits-input.js';
import { presentAudit } from './present/present-audit.js';
import { presentNapkins } from './present/present-change.js';
import { presentCatalogue } from './present/present-catalogue.js';
import { presentVerdict } from './present/present-gate.js';
import { presentCompany } from './present/present-company.js';
import { presentStream } from './present/present-stream.js';
import { stepBookOf } from './present/step-book.js';
import { readSchemeInput, type SchemeInput } from './scheme-input.js';
import { readStreamsArguments, streamCursor, type StreamsArguments } from './streams-arguments.js';
import { USE_CASES } from './use-cases-token.js';
import { readWishes, type WishInput } from './wish-input.js';

/** Answers every question of the schema: translates, calls one use case, translates back. */
@Resolver('Query')
export class QueryResolver {
  constructor(@Inject(USE_CASES) private readonly useCases: UseCases) {}

  @Query('node')
  node(@Args('id') id: string) {
    return findNode(this.useCases, id);
  }

  @Query('nodes')
  nodes(@Args('ids') ids: readonly string[]) {
    return findNodes(this.useCases, boundedList('ids', ids, 100));
  }

  @Query('valueStream')
  async valueStream(@Args('key') key: string) {
    const planned = await this.useCases.stream(key);
    return planned && presentStream(this.useCases, planned);
  }

  @Query('valueStreams')
  async valueStreams(@Args() args: StreamsArguments) {
    const page = await this.useCases.streams(readStreamsArguments(args));
    const useCases = askedTogether(this.useCases, page.streams);
    const cursorOf = (place: string): string => streamCursor(args.orderBy, place);
    const edges = page.streams.map((planned, nth) => ({
      cursor: () => cursorOf(page.cursors[nth] ?? ''),
      node: presentStream(useCases, planned),
    }));
    const { hasNextPage, hasPreviousPage, totalCount } = page;
    const [start, end] = [page.cursors.at(0), page.cursors.at(-1)];
    const startCursor = start === undefined ? null : cursorOf(start);
    const endCursor = end === undefined ? null : cursorOf(end);
    return { edges, pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor }, totalCount };
  }

  @Query('company')
  async company(
    @Args('streams') streams: readonly string[],
    @Args('limits') limits: LimitsInput | null | undefined,
  ) {
    const company = await this.useCases.designCompany(streams, readLimits(limits));
    return presentCompany(company, (planned) => presentStream(this.useCases, planned));
  }

  @Query('readNapkin')
  readNapkin(@Args('text') text: string) {
    return this.useCases.readNapkin(text);
  }

  @Query('compareNapkins')
  compareNapkins(@Args('before') before: string, @Args('after') after: string) {
    return presentNapkins(this.useCases.compareNapkins(before, after));
  }

  @Query('judgeAssignments')
  async judgeAssignments(@Args('stream') key: string, @Args('wishes') wishes: readonly WishInput[]) {
    const { judgedBy, verdicts } = await this.useCases.judgeAssignments(key, readWishes(wishes));
    return verdicts.map((verdict) => presentVerdict(stepBookOf(judgedBy), verdict));
  }

  @Query('auditChart')
  async auditChart(@Args('input') input: AuditInput) {
    return presentAudit(await this.useCases.auditChart(readAuditInput(input)));
  }

  @Query('auditReport')
  async auditReport(
    @Args('input') input: AuditInput,
    @Args('format') format: ReportFormat,
    @Args('name') name: string | null = null,
  ) {
    const report = await this.useCases.auditReport({ ...readAuditInput(input), name }, format);
    return { __typename: 'code' in report ? 'ChartUnreadable' : 'Report', ...report };
  }

  @Query('auditChartByScheme')
  async auditChartByScheme(@Args('input') input: SchemeInput) {
    const audit = await this.useCases.auditChartByScheme(readSchemeInput(input));
    return 'scheme' in audit
      ? { __typename: 'SchemeAudit', ...audit }
      : { __typename: 'ChartUnreadable', code: audit.code, message: audit.message };
  }

  @Query('auditReportByScheme')
  async auditReportByScheme(
    @Args('input') input: SchemeInput,
    @Args('format') format: ReportFormat,
    @Args('name') name: string | null = null,
  ) {
    const report = await this.useCases.auditReportByScheme({ ...readSchemeInput(input), name }, format);
    return { __typename: 'code' in report ? 'ChartUnreadable' : 'Report', ...report };
  }

  @Query('catalogue')
  async catalogue() {
    return presentCatalogue(await this.useCases.catalogue());
  }
}
