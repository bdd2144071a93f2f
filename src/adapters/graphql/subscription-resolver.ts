import { Inject } from '@nestjs/common';
import { Args, Resolver, Subscription } from '@nestjs/graphql';
import type { UseCases } from '../../application/index.js';
import { designIdOf } from './design-resolver.js';
import { presentDesign } from './present/present-design.js';
import { presentStream } from './present/present-stream.js';
import { USE_CASES } from './use-cases-token.js';

/** Tells what happens: translates, calls one use case, translates back. */
@Resolver('Subscription')
export class SubscriptionResolver {
  constructor(@Inject(USE_CASES) private readonly useCases: UseCases) {}

  @Subscription('designProgress')
  async designProgress(@Args('id') id: string) {
    const following = await this.useCases.watchDesign(designIdOf(id));
    return told('designProgress', following, (job) =>
      presentDesign(this.useCases, job, (planned) => presentStream(this.useCases, planned)),
    );
  }

  @Subscription('streamRevised')
  async streamRevised(@Args('stream') key: string) {
    const revisions = await this.useCases.watchRevisions(key);
    return told('streamRevised', revisions, (planned) => presentStream(this.useCases, planned));
  }

  @Subscription('verdicts')
  async verdicts(@Args('stream') key: string) {
    return told('verdicts', await this.useCases.watchVerdicts(key), ({ planned, act, verdicts }) => ({
      valueStream: presentStream(this.useCases, planned),
      act,
      verdicts,
    }));
  }
}

/** What is followed as the events of a field; that it ends is passed on at once, and not only with the next event. */
function told<T>(field: string, following: AsyncIterableIterator<T>, present: (one: T) => object) {
  const presented = async (asked: Promise<IteratorResult<T>>): Promise<IteratorResult<object>> => {
    const next = await asked;
    return next.done === true
      ? { done: true, value: undefined }
      : { done: false, value: { [field]: present(next.value) } };
  };
  const ended = { done: true, value: undefined } as const;
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => presented(following.next()),
    return: () => presented(following.return?.() ?? Promise.resolve(ended)),
    throw: (why: unknown) => presented(following.throw?.(why) ?? Promise.resolve(ended)),
  };
}
