import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse, visit, type ASTNode, type StringValueNode } from 'graphql';

const folder = new URL('../../schema/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));

interface Member {
  readonly name: string;
  readonly description: StringValueNode | undefined;
}

/** Every definition that can carry a description, under its path from the type down. */
function membersOf(sdl: string): Member[] {
  const members: Member[] = [];
  const path: string[] = [];
  const enter = (node: ASTNode): void => {
    if (!node.kind.endsWith('Definition') || !('name' in node) || node.name === undefined) return;
    path.push(node.name.value);
    if ('description' in node) members.push({ name: path.join('.'), description: node.description });
  };
  const leave = (node: ASTNode): void => {
    if (node.kind.endsWith('Definition') && 'name' in node && node.name !== undefined) path.pop();
  };
  visit(parse(sdl), { enter, leave });
  return members;
}

function undocumented(sdl: string): string[] {
  return membersOf(sdl)
    .filter(({ description }) => !/^[A-Z"'`\d].*[.]$/s.test(description?.value.trim() ?? ''))
    .map(({ name }) => name);
}

describe('the schema', () => {
  it('is in files of one subject each', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  for (const file of files) {
    it(`explains every member of ${file} in a sentence`, () => {
      expect(undocumented(readFileSync(new URL(file, folder), 'utf8'))).toEqual([]);
    });
  }

  it('a type, a field, an argument, a value and an input field without a sentence are noticed', () => {
    const probe = `
      "Said." type Told { "Said." field("Said." argument: Int): Int }
      type Bare { field(argument: Int): Int }
      "Said." enum Letter { R }
      "Said." input Asked { wish: String }
      "no sentence" scalar Day`;
    expect(undocumented(probe)).toEqual([
      'Bare',
      'Bare.field',
      'Bare.field.argument',
      'Letter.R',
      'Asked.wish',
      'Day',
    ]);
  });
});
