import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { CompanyInput, DesignJob, JobInput, UseCases } from '../../application/index.js';
import { readGlobalId } from './global-id.js';
import { readLimits, type LimitsInput } from './limits-input.js';
import { presentDesign } from './present/present-design.js';
import { presentStream } from './present/present-stream.js';
import { USE_CASES } from './use-cases-token.js';

interface DesignArgument extends Omit<JobInput, 'limits'> {
  readonly limits?: LimitsInput | null;
}

interface CompanyArgument extends Omit<CompanyInput, 'limits'> {
  readonly limits?: LimitsInput | null;
}

/** Begins long work and ends it: translates, calls one use case, translates back. */
@Resolver('Mutation')
export class DesignResolver {
  constructor(@Inject(USE_CASES) private readonly useCases: UseCases) {}

  @Mutation('designStructure')
  async designStructure(@Args('input') input: DesignArgument) {
    const limits = input.limits ? readLimits(input.limits) : null;
    return told(this.useCases, await this.useCases.startDesign({ ...input, limits }));
  }

  @Mutation('designCompany')
  async designCompany(@Args('input') input: CompanyArgument) {
    const limits = input.limits ? readLimits(input.limits) : null;
    return told(this.useCases, await this.useCases.startCompanyDesign({ ...input, limits }));
  }

  @Mutation('cancelDesign')
  async cancelDesign(@Args('input') { design }: { readonly design: string }) {
    return told(this.useCases, await this.useCases.cancelDesign(designIdOf(design)));
  }
}

function told(useCases: UseCases, job: DesignJob) {
  return { design: presentDesign(useCases, job, (planned) => presentStream(useCases, planned)) };
}

/** The id within an opaque one; one that no design has where it stands for something else. */
export function designIdOf(id: string): string {
  const thing = readGlobalId(id);
  return thing?.type === 'DesignJob' ? thing.id : '';
}
