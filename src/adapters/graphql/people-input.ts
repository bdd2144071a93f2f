import type { PeopleGiven } from '../../application/index.js';
import type { PersonTime, Reduction, StaffingWish, StaffMember } from '../../domain/index.js';
import { boundedList } from './bounded-list.js';
import { faultError } from './fault-code.js';
import { LONGEST_LIST } from './wish-input.js';

/** People as they come in: what is left out is missing. */
export interface PeopleInput {
  readonly list?: readonly PersonInput[] | null;
  readonly csv?: string | null;
  readonly xlsx?: string | null;
  readonly sheet?: string | null;
}

interface PersonInput {
  readonly name: string;
  readonly hoursPerWeek?: number | null;
  readonly capabilities?: readonly SkillInput[] | null;
  readonly roles?: readonly string[] | null;
  readonly wishes?: string | null;
}

interface SkillInput {
  readonly name: string;
  readonly level?: number | null;
  readonly licence?: boolean | null;
}

/** A wish for a person in a role as it comes in. */
export interface StaffingWishInput {
  readonly person: string;
  readonly role: string;
  readonly reason?: string | null;
}

/** Some work and the time of one person as they come in. */
export interface FteInput {
  readonly workHours: number;
  readonly hoursOfOne: number;
  readonly net: boolean;
  readonly less?: readonly ReductionInput[] | null;
}

interface ReductionInput {
  readonly name: string;
  readonly base: 'HOURS' | 'OF_ALL' | 'OF_REST';
  readonly amount: number;
}

const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;
const HOURS_IN_A_WEEK = 168;

/** The people of a request; throws BAD_USER_INPUT where they are told in two ways, or no person can be so. */
export function readPeopleInput(input: PeopleInput | null | undefined): PeopleGiven {
  const { list = null, csv = null, xlsx = null, sheet = null } = input ?? {};
  if ([list, csv, xlsx].filter((one) => one !== null).length > 1)
    throw faultError('BAD_USER_INPUT', 'Send people as list, as csv or as xlsx: one of the three.');
  if (xlsx !== null && !BASE64.test(xlsx))
    throw faultError('BAD_USER_INPUT', 'xlsx was expected to be the bytes of a workbook in Base64.');
  if (csv !== null) return { kind: 'TABLE', bytes: Buffer.from(csv, 'utf8'), sheet };
  if (xlsx !== null) return { kind: 'TABLE', bytes: Buffer.from(xlsx, 'base64'), sheet };
  return { kind: 'TOLD', people: boundedList('people', list ?? [], LONGEST_LIST).map(readPerson) };
}

function readPerson({ name, hoursPerWeek, capabilities, roles, wishes }: PersonInput): StaffMember {
  if (name.trim() === '') throw faultError('BAD_USER_INPUT', 'A person has a name; an empty one was sent.');
  const hours = hoursPerWeek ?? null;
  if (hours !== null && !(hours >= 0 && hours <= HOURS_IN_A_WEEK))
    throw faultError('BAD_USER_INPUT', `${name} has ${hours} hours a week; 0 to 168 was expected.`);
  return {
    name: name.trim(),
    hoursPerWeek: hours === null ? null : { low: hours, likely: hours, high: hours, source: 'SAID' },
    capabilities: (capabilities ?? []).map((skill) => {
      const level = skill.level ?? null;
      if (level !== null && (level < 1 || level > 5))
        throw faultError(
          'BAD_USER_INPUT',
          `${name} has ${skill.name} at level ${level}; 1 to 5 was expected.`,
        );
      return { name: skill.name, level, licence: skill.licence ?? false };
    }),
    roles: roles ?? [],
    wishes: wishes ?? null,
    toldBy: 'LIST',
  };
}

/** The wishes of a request; throws BAD_USER_INPUT where there are too many. */
export function readStaffingWishes(wishes: readonly StaffingWishInput[]): readonly StaffingWish[] {
  return boundedList('wishes', wishes, LONGEST_LIST).map(({ person, role, reason }) => ({
    person,
    role,
    reason: reason ?? null,
  }));
}

/** The time of one person; throws BAD_USER_INPUT where something is taken off net hours, which would count it twice. */
export function readPersonTime({ hoursOfOne, net, less }: FteInput): PersonTime {
  const reductions = boundedList('less', less ?? [], LONGEST_LIST).map(({ name, base, amount }): Reduction =>
    base === 'HOURS' ? { name, base, hours: amount } : { name, base, share: amount },
  );
  if (!net) return { kind: 'PAID', hours: hoursOfOne, less: reductions };
  if (reductions.length > 0) {
    const message =
      'Net hours have everything taken off already; taking more off would count it twice. Send paid hours with net: false, or leave less empty.';
    throw faultError('BAD_USER_INPUT', message);
  }
  return { kind: 'NET', hours: hoursOfOne };
}
