import { companyPart, type SuggestedCompany, type SuggestedStructure } from '../domain/index.js';
import type { PlannedStream } from './planned-stream.js';
import { Fault } from './ports/index.js';

/**
 * What a stream takes of a company, as far as it can be adopted. A Fault CONFLICT where the stream asks for something
 * else than when the company was designed, BAD_INPUT where there is no company for a reason that is not this stream's.
 */
export function partOfCompany(
  { stored, plan }: PlannedStream,
  company: SuggestedCompany,
): SuggestedStructure {
  switch (company.kind) {
    case 'CompanyStructure': {
      const part = companyPart(company, plan.understanding);
      if (part) return part;
      throw new Fault(
        'CONFLICT',
        `The company was designed for another state of "${stored.key}" than the present one, or without it: nothing was stored. Design it anew.`,
      );
    }
    case 'CompanyNotReady': {
      const below = company.streams.find(({ key }) => key === stored.key);
      if (below)
        return { kind: 'StreamNotReady', rung: below.rung, needed: company.needed, missing: below.missing };
      const names = company.streams.map(({ name }) => `"${name}"`).join(', ');
      throw new Fault(
        'BAD_INPUT',
        `A company is designed once all of its streams are connected, and ${names} ${company.streams.length === 1 ? 'is' : 'are'} not yet: leave that out, or find out what is missing there.`,
      );
    }
    case 'CompanyLimitsContradict': {
      const steps = company.steps.flatMap(({ stream, key }) => (stream === stored.key ? [key] : []));
      return { kind: 'LimitsContradict', message: company.message, limits: company.limits, steps };
    }
    case 'CompanyNotPossible':
      throw new Fault('BAD_INPUT', `${company.message} ${company.remedy}`);
  }
}
