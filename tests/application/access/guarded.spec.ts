import { describe, expect, it } from '@jest/globals';
import {
  guarded,
  LOCAL_MEMBER,
  USE_CASE_RULES,
  ACCESS_RULES,
  type Member,
  type Rules,
} from '../../../src/application/access/index.js';
import { ACCESS_ROLES, type AccessRole } from '../../../src/application/index.js';

const member = (role: AccessRole): Member => ({ ...LOCAL_MEMBER, role, door: 'SESSION' });

type Table = ReturnType<typeof table>;

const modeRule = (mode: unknown): AccessRole => (mode === null ? 'VIEWER' : 'PLANNER');
const RULES: Rules<Table> = { read: 'VIEWER', draw: 'PLANNER', files: 'VIEWER', judge: modeRule };

/** A table whose use cases tell that they ran. */
function behind(current: () => Member | null): { readonly door: Table; readonly ran: readonly string[] } {
  const ran: string[] = [];
  const door = guarded({ shape: table([]), rules: RULES, tableOf: () => table(ran), current });
  return { door, ran };
}

function table(ran: string[]) {
  return {
    read: (key: string) => (ran.push(`read ${key}`), key.length),
    draw: () => void ran.push('draw'),
    judge: (_mode: string | null) => void ran.push('judge'),
    files: ['a', 'b'],
  };
}

describe('the guard before the use cases', () => {
  it.each([
    ['VIEWER', ['read', 'judge null', 'files']],
    ['PLANNER', ['read', 'judge null', 'judge store', 'files', 'draw']],
    ['OWNER', ['read', 'judge null', 'judge store', 'files', 'draw']],
  ] as const)('lets a %s do what the role allows, and nothing else runs', (role, allowed) => {
    const { door, ran } = behind(() => member(role));
    const acts: Record<string, () => unknown> = {
      read: () => door.read('abc'),
      'judge null': () => door.judge(null),
      'judge store': () => door.judge('ALL'),
      files: () => door.files.length,
      draw: () => door.draw(),
    };
    const done = Object.entries(acts).flatMap(([name, act]) => {
      try {
        act();
        return [name];
      } catch (error) {
        expect(error).toMatchObject({ code: 'FORBIDDEN' });
        return [];
      }
    });
    expect(done).toEqual(allowed);
    expect(ran).toHaveLength(allowed.length - 1);
  });

  it('lets nobody do anything before somebody is let in, and asks each time', () => {
    let now: Member | null = null;
    const { door, ran } = behind(() => now);
    expect(() => door.read('a')).toThrow('Nobody has signed in');
    expect(() => door.files).toThrow('Nobody has signed in');
    now = member('VIEWER');
    expect(door.read('abc')).toBe(3);
    expect(() => door.draw()).toThrow(
      'This needs a planner of the workspace "Default", and you are a viewer there.',
    );
    expect(ran).toEqual(['read abc']);
  });

  it('keeps for owners what nobody made a rule for', () => {
    const { draw: _draw, ...rules } = { draw: 'PLANNER', read: 'VIEWER' };
    const shape = { draw: () => 1, read: () => 2 };
    const door = guarded({
      shape,
      rules: rules as unknown as Rules<typeof shape>,
      tableOf: () => shape,
      current: () => member('PLANNER'),
    });
    expect(door.read()).toBe(2);
    expect(() => door.draw()).toThrow('This needs an owner');
  });

  it('has a rule for every use case of the program', () => {
    const rules = [...Object.values(USE_CASE_RULES), ...Object.values(ACCESS_RULES)];
    expect(rules.every((rule) => typeof rule === 'function' || ACCESS_ROLES.includes(rule))).toBe(true);
    expect(rules.filter((rule) => rule !== 'VIEWER').length).toBeGreaterThan(10);
  });
});
