import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { RemovedStream, RemoveStreamInput, UseCases } from '../../application/index.js';
import { readPageArguments, type PageArguments } from './page-arguments.js';
import { presentPage } from './present/present-page.js';
import { presentStream } from './present/present-stream.js';
import { USE_CASES } from './use-cases-token.js';

/** Removes streams, tells those that were removed, and brings them back: translates, calls one use case, translates back. */
@Resolver()
export class RemovalResolver {
  constructor(@Inject(USE_CASES) private readonly useCases: UseCases) {}

  @Query('removedValueStreams')
  async removedValueStreams(@Args() args: PageArguments) {
    return presentPage(await this.useCases.removedStreams(readPageArguments(args)), presentRemoved);
  }

  @Mutation('removeValueStream')
  async removeValueStream(@Args('input') input: RemoveStreamInput) {
    return { removed: presentRemoved(await this.useCases.removeStream(input)) };
  }

  @Mutation('restoreValueStream')
  async restoreValueStream(@Args('input') input: Pick<RemoveStreamInput, 'stream'>) {
    return { valueStream: presentStream(this.useCases, await this.useCases.restoreStream(input)) };
  }
}

function presentRemoved({ key, name, revision, removedAt }: RemovedStream) {
  return { key, name, revision, removedAt };
}
