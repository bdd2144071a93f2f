import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

/** The level of every requirement of ASVS 5.0.0, by section: the digit at place n is that of requirement n. */
const LEVELS = {
  ...{ '1.1': '22', '1.2': '1111122223', '1.3': '112222222223', '1.4': '222', '1.5': '123' },
  ...{ '2.1': '122', '2.2': '112', '2.3': '12223', '2.4': '23' },
  ...{
    '3.1': '3',
    '3.2': '113',
    '3.3': '12223',
    '3.4': '11222233',
    '3.5': '11122333',
    '3.6': '3',
    '3.7': '22333',
  },
  ...{ '4.1': '12233', '4.2': '23333', '4.3': '22', '4.4': '1222' },
  ...{ '5.1': '2', '5.2': '112333', '5.3': '113', '5.4': '222' },
  ...{ '6.1': '122', '6.2': '111111112222', '6.3': '11223333', '6.4': '112233' },
  ...{ '6.5': '22222333', '6.6': '2223', '6.7': '33', '6.8': '2222' },
  ...{ '7.1': '222', '7.2': '1111', '7.3': '22', '7.4': '11222', '7.5': '223', '7.6': '22' },
  ...{ '8.1': '1233', '8.2': '1123', '8.3': '133', '8.4': '23', '9.1': '111', '9.2': '1222' },
  ...{ '10.1': '22', '10.2': '223', '10.3': '22223', '10.4': '1111122222233333' },
  ...{ '10.5': '22222', '10.6': '22', '10.7': '222' },
  ...{
    '11.1': '2233',
    '11.2': '22233',
    '11.3': '11233',
    '11.4': '1222',
    '11.5': '23',
    '11.6': '23',
    '11.7': '33',
  },
  ...{ '12.1': '12233', '12.2': '11', '12.3': '22223' },
  ...{ '13.1': '2333', '13.2': '222223', '13.3': '2233', '13.4': '1222233' },
  ...{ '14.1': '22', '14.2': '12223333', '14.3': '122' },
  ...{ '15.1': '12233', '15.2': '12233', '15.3': '1222222', '15.4': '3333' },
  ...{ '16.1': '2', '16.2': '22222', '16.3': '2222', '16.4': '222', '16.5': '2223' },
  ...{ '17.1': '23', '17.2': '22223333', '17.3': '22' },
};

const STATES = ['shown', 'told', 'where it runs', 'not here', 'open'] as const;
type State = (typeof STATES)[number];

interface Entry {
  readonly numbers: readonly string[];
  readonly levels: string;
  readonly state: State;
  readonly sentence: string;
  readonly evidence: readonly { readonly path: string; readonly text: string }[];
}

const page = readFileSync('docs/security/asvs.md', 'utf8');
const ENTRY =
  /^- \*\*([\d., ]+)\*\* \(([\d, ]+)\) (shown|told|where it runs|not here|open): (.+)\n((?: {2}- .+\n)*)/gm;

const entries: readonly Entry[] = [...page.matchAll(ENTRY)].map((found) => {
  const [, numbers = '', levels = '', state, sentence = '', below = ''] = found;
  const evidence = [...below.matchAll(/^ {2}- `([^`]+)`: (.+)$/gm)].map(([, path = '', text = '']) => ({
    path,
    text,
  }));
  return { numbers: numbers.split(', '), levels, state: state as State, sentence, evidence };
});

const levelOf: ReadonlyMap<string, string> = new Map(
  Object.entries(LEVELS).flatMap(([section, digits]) =>
    [...digits].map((level, nth) => [`${section}.${nth + 1}`, level] as const),
  ),
);
const told = entries.flatMap(({ numbers }) => numbers);

/** Whether the file holds a test of that name: a literal that is followed by what the test does. */
function hasTest(source: string, name: string): boolean {
  return [`'${name.replaceAll("'", "\\'")}'`, `\`${name}\``, `"${name}"`].some((literal) => {
    for (let at = source.indexOf(literal); at >= 0; at = source.indexOf(literal, at + 1))
      if (/^,\s*(async\s*)?(\(|\w+\s*=>)/.test(source.slice(at + literal.length))) return true;
    return false;
  });
}

describe('the list of security requirements', () => {
  it('has every requirement of level 1 and of level 2, once, with its level', () => {
    const asked = [...levelOf].filter(([, level]) => level !== '3').map(([number]) => number);
    expect(asked.filter((number) => levelOf.get(number) === '1')).toHaveLength(70);
    expect([...told].sort()).toEqual([...asked].sort());
    for (const { numbers, levels } of entries) {
      const own = ['1', '2', '3'].filter((level) => numbers.some((number) => levelOf.get(number) === level));
      expect([numbers, levels]).toEqual([numbers, own.join(', ')]);
    }
    expect(page.match(/^- \*\*/gm)).toHaveLength(entries.length + STATES.length);
  });

  it('names only tests that exist, and words that its documents hold', () => {
    const missing = entries.flatMap(({ numbers, evidence }) =>
      evidence
        .filter(({ path, text }) => {
          if (!existsSync(path)) return true;
          const source = readFileSync(path, 'utf8');
          return path.startsWith('tests/') ? !hasTest(source, text) : !source.includes(text);
        })
        .map(({ path, text }) => `${numbers.join(', ')}: ${path} has no "${text}"`),
    );
    expect(missing).toEqual([]);
  });

  it('shows by tests what it calls shown, by documents what it calls told, and nothing for what is open', () => {
    for (const { numbers, state, sentence, evidence } of entries) {
      const kinds = new Set(evidence.map(({ path }) => (path.startsWith('tests/') ? 'test' : 'document')));
      const expected =
        state === 'shown' ? ['test'] : state === 'told' || state === 'where it runs' ? ['document'] : [];
      expect([numbers, [...kinds]]).toEqual([numbers, expected]);
      expect(sentence.length).toBeGreaterThan(10);
    }
  });

  it('counts itself', () => {
    const count = (level: string, state: State) =>
      entries
        .filter((entry) => entry.state === state)
        .flatMap(({ numbers }) => numbers.filter((number) => levelOf.get(number) === level)).length;
    const lines = ['1', '2'].map(
      (level) => `Level ${level}: ${STATES.map((state) => `${count(level, state)} ${state}`).join(', ')}.`,
    );
    expect(page.match(/^Level \d: .*$/gm)).toEqual(lines);
  });

  it('would notice a test that was renamed', () => {
    const source = "it('is there', async () => {});\nconst other = 'only a text';";
    expect([
      hasTest(source, 'is there'),
      hasTest(source, 'only a text'),
      hasTest(source, 'was there'),
    ]).toEqual([...[true, false, false]]);
  });
});
