import type { CompanyRole, CompanyStructure, RoleKey, StepKey, StreamKey } from '../../../domain/index.js';
import type { DesignedCompany, PlannedStream } from '../../../application/index.js';
import { stepBookOf } from './step-book.js';
import { whenReady } from './when-ready.js';

/** A stream as the schema has it. */
export type PresentStream = (planned: PlannedStream) => object;

/** What finds the streams and steps of a company as the schema has them. */
interface CompanyBook {
  stream(key: StreamKey): object;
  /** As fields: a plan of the stream is waited for only where they are asked for. */
  steps(stream: StreamKey, keys: readonly StepKey[]): { readonly steps: () => unknown };
  step(stream: StreamKey, key: StepKey): { readonly step: () => unknown };
}

/** A structure over several streams, or why there is none. */
export function presentCompany({ company, ...of }: DesignedCompany, present: PresentStream) {
  const book = bookOf(of, present);
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
        steps: company.steps.map(({ stream, key }) => ({
          stream: book.stream(stream),
          ...book.step(stream, key),
        })),
      };
  }
}

/** Streams are told as they stand now, and their steps as they were when the company was asked for. */
function bookOf({ streams, asked }: Omit<DesignedCompany, 'company'>, present: PresentStream): CompanyBook {
  const planned = (key: StreamKey, among: ReadonlyMap<string, PlannedStream>): PlannedStream => {
    const one = among.get(key);
    if (!one) throw new Error(`The company names a stream that it was not made of: ${key}`);
    return one;
  };
  const presented = new Map<StreamKey, object>();
  const stepIn = (stream: StreamKey, key: StepKey) => stepBookOf(planned(stream, asked).plan).step(key);
  return {
    stream(key) {
      const known = presented.get(key) ?? present(planned(key, streams));
      presented.set(key, known);
      return known;
    },
    steps: (stream, keys) =>
      whenReady(planned(stream, asked), { steps: () => keys.map((key) => stepIn(stream, key)) }),
    step: (stream, key) => whenReady(planned(stream, asked), { step: () => stepIn(stream, key) }),
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
      ...book.steps(
        stream,
        steps.map(({ key }) => key),
      ),
    })),
    why: why.map(({ text }) => text),
  };
}
