import type { CompanyRole, CompanyStructure, RoleKey, StepKey, StreamKey } from '../../../domain/index.js';
import type { DesignedCompany, PlannedStream, UseCases } from '../../../application/index.js';
import { presentStream } from './present-stream.js';
import { stepBookOf } from './step-book.js';

/** What finds the streams and steps of a company as the schema has them. */
interface CompanyBook {
  stream(key: StreamKey): ReturnType<typeof presentStream>;
  steps(stream: StreamKey, keys: readonly StepKey[]): unknown[];
}

/** A structure over several streams, or why there is none. */
export function presentCompany(useCases: UseCases, { company, streams }: DesignedCompany) {
  const book = bookOf(useCases, streams);
  switch (company.kind) {
    case 'CompanyStructure':
      return presentStructure(company, book);
    case 'CompanyNotReady':
      return {
        __typename: company.kind,
        needed: company.needed,
        below: company.streams.map(({ key, rung, missing }) => ({
          stream: book.stream(key),
          rung,
          missing,
        })),
      };
    case 'CompanyNotPossible':
      return { __typename: company.kind, message: company.message, remedy: company.remedy };
    case 'CompanyLimitsContradict':
      return {
        __typename: company.kind,
        message: company.message,
        limits: company.limits,
        steps: company.steps.flatMap(({ stream, key }) =>
          book.steps(stream, [key]).map((step) => ({ stream: book.stream(stream), step })),
        ),
      };
  }
}

function bookOf(useCases: UseCases, streams: ReadonlyMap<string, PlannedStream>): CompanyBook {
  const planned = (key: StreamKey): PlannedStream => {
    const one = streams.get(key);
    if (!one) throw new Error(`The company names a stream that it was not made of: ${key}`);
    return one;
  };
  const presented = new Map([...streams].map(([key, one]) => [key, presentStream(useCases, one)]));
  return {
    stream: (key) => presented.get(key) ?? presentStream(useCases, planned(key)),
    steps: (stream, keys) => keys.map((key) => stepBookOf(planned(stream).plan).step(key)),
  };
}

function presentStructure(company: CompanyStructure, book: CompanyBook) {
  const { proposal } = company;
  const roles = new Map(company.roles.map((role) => [role.key, presentRole(role, book)]));
  const named = (keys: readonly RoleKey[]) => keys.flatMap((key) => roles.get(key) ?? []);
  return {
    __typename: company.kind,
    text: company.text,
    streams: company.streams.map((one) => ({
      ...one,
      stream: book.stream(one.key),
      roles: named(one.roles),
    })),
    roles: [...roles.values()],
    positions: company.positions,
    positionsAlone: company.positionsAlone,
    handOffsPerWeek: company.handOffsPerWeek,
    teams: proposal.teams.map((team) => ({
      name: team.name,
      roles: named(team.roles),
      purpose: team.purpose ?? null,
      crosses: team.crosses ?? [],
    })),
    objectives: proposal.objectives,
    gap: proposal.gap,
    provenOptimal: proposal.provenOptimal,
    method: proposal.method,
    notes: company.notes,
  };
}

function presentRole({ serves, why, ...role }: CompanyRole, book: CompanyBook) {
  return {
    ...role,
    serves: serves.map(({ stream, steps, ...told }) => ({
      ...told,
      stream: book.stream(stream),
      steps: book.steps(
        stream,
        steps.map(({ key }) => key),
      ),
    })),
    why: why.map(({ text }) => text),
  };
}
