import { describe, expect, it } from '@jest/globals';
import { printNapkin, readNapkin } from '../../../src/domain/index.js';

function bodyOf(line: string) {
  const { drafts, problems } = readNapkin(`stream A\n${line}\nB\nC\n`);
  return { body: drafts[0]?.lines[0], codes: problems.map(({ code }) => code) };
}

describe('the lines about duties', () => {
  it('tell which duties may meet under which control', () => {
    const { body, codes } = bodyOf('compensating control: B, "C" "Mara reads ten a month"');
    expect(codes).toEqual([]);
    expect(body).toMatchObject({
      kind: 'compensated',
      steps: [{ name: 'B' }, { name: 'C' }],
      control: 'Mara reads ten a month',
    });
  });

  it('tell what must be done, and which law asks for it', () => {
    expect(bodyOf('obligation: Keep the books "§ 238 HGB"')).toMatchObject({
      codes: [],
      body: { kind: 'obligation', name: 'Keep the books', source: '§ 238 HGB' },
    });
  });

  it.each([
    ['compensating control: B, C', 'in quotes the control'],
    ['compensating control: "Mara reads ten a month"', 'the steps'],
    ['compensating control: B, "C"', 'in quotes the control'],
    ['obligation: Keep the books', 'the law or contract'],
    ['obligation: "§ 238 HGB"', 'what must be done'],
  ])('say what is missing in %s', (line, expected) => {
    const { problems } = readNapkin(`stream A\n${line}\nB\nC\n`);
    expect(problems[0]).toMatchObject({ code: 'UNREADABLE_VALUE', severity: 'ERROR' });
    expect(`${problems[0]?.message} ${problems[0]?.suggestion}`).toContain(expected);
  });

  it('are steps where a step is meant', () => {
    expect(bodyOf('Obligation: sign the register').body?.kind).toBe('step');
    expect(bodyOf('Control the welding').body?.kind).toBe('step');
  });

  it('print back as they are', () => {
    const text =
      'stream A\nB\nC\nobligation: "Keep, the books" "§ 238 HGB"\ncompensating control: B, C "Mara \\"looks\\""\n';
    const { drafts } = readNapkin(text);
    expect(printNapkin(drafts)).toBe(text);
  });
});
