import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const top = fileURLToPath(new URL('../../', import.meta.url));
const LONGEST_FILE = 300;
const LONGEST_FUNCTION = 60;
const FORBIDDEN_NAMES = /(Manager|Helper|Utils?|Data|Info|Base)$/;

interface SourceFile {
  readonly path: string;
  readonly lines: readonly string[];
}

function sources(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => ({
        path: `${folder}/${name}`,
        lines: readFileSync(join(top, folder, name), 'utf8')
          .trimEnd()
          .split('\n'),
      })),
  );
}

/** Functions and methods of a formatted file: each ends at the first closing brace of its own indentation. */
function functionsOf({ lines }: SourceFile): { readonly line: number; readonly length: number }[] {
  const heads =
    /^(\s*)(?:export )?(?:async )?(?:function\b|(?:(?:private|protected|public|static|async) )*\w+\([^;]*$)/;
  return lines.flatMap((text, at) => {
    const head = heads.exec(text);
    if (!head || /^\s*(?:if|for|while|switch|return|catch)\b/.test(text)) return [];
    const close = `${head[1] ?? ''}}`;
    const end = lines.findIndex((line, nth) => nth > at && line === close);
    return end < 0 ? [] : [{ line: at + 1, length: end - at + 1 }];
  });
}

function withoutDocLine({ path, lines }: SourceFile): string[] {
  return lines.flatMap((text, at) => {
    const name = /^export (?:async )?(?:function|class|abstract class) (\w+)/.exec(text)?.[1];
    if (name === undefined) return [];
    let above = at - 1;
    while (/^@|^[)}\]]/.test(lines[above] ?? '')) above -= 1;
    return (lines[above] ?? '').trimEnd().endsWith('*/') ? [] : [`${path}:${at + 1} ${name}`];
  });
}

describe('sizes', () => {
  it(`no file of the source passes ${LONGEST_FILE} lines`, () => {
    const long = sources('src').filter(({ lines }) => lines.length > LONGEST_FILE);
    expect(long.map(({ path, lines }) => `${path}: ${lines.length} lines`)).toEqual([]);
  });

  it(`no function of the source passes ${LONGEST_FUNCTION} lines`, () => {
    const long = sources('src').flatMap((file) =>
      functionsOf(file)
        .filter(({ length }) => length > LONGEST_FUNCTION)
        .map(({ line, length }) => `${file.path}:${line}: ${length} lines`),
    );
    expect(long).toEqual([]);
  });

  it('a function is measured from its head to its closing brace', () => {
    const lines = [
      'export function long(',
      '  words: string,',
      '): void {',
      '  if (words) {',
      '  }',
      '}',
      'const a = 1;',
    ];
    expect(functionsOf({ path: 'probe.ts', lines })).toEqual([{ line: 1, length: 6 }]);
  });
});

describe('words', () => {
  it('every exported function and class says in a doc line what it promises', () => {
    expect(sources('src').flatMap(withoutDocLine)).toEqual([]);
  });

  it('an exported function without a doc line is noticed', () => {
    const bare = { path: 'probe.ts', lines: ['', 'export function bare(): void {}'] };
    const told = { path: 'probe.ts', lines: ['/** Says so. */', 'export function told(): void {}'] };
    expect([bare, told].flatMap(withoutDocLine)).toEqual(['probe.ts:2 bare']);
  });

  it('nothing is called a manager, a helper or a thing of that kind', () => {
    const named = sources('src').flatMap(({ path, lines }) =>
      lines.flatMap((text, at) => {
        const name =
          /^export (?:abstract )?(?:function|class|interface|type|const) (\w+)/.exec(text)?.[1] ?? '';
        return FORBIDDEN_NAMES.test(name) ? [`${path}:${at + 1} ${name}`] : [];
      }),
    );
    expect(named).toEqual([]);
  });

  it('exports have names, and files are in kebab-case', () => {
    const files = sources('src');
    expect(files.filter(({ lines }) => lines.some((line) => line.startsWith('export default')))).toEqual([]);
    const odd = files.filter(({ path }) => !/^[a-z0-9/-]+(\.module|\.d)?\.ts$/.test(path));
    expect(odd.map(({ path }) => path)).toEqual([]);
  });
});
