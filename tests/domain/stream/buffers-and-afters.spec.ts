import { describe, expect, it } from '@jest/globals';
import { draw, measure, stepNamed } from '../../support/draw.js';

const HOUR = 3600;
const DAY = 8 * HOUR;

function leadTime(text: string): number | null {
  return measure(text).leadTime.value;
}

const codes = (text: string): string[] =>
  draw(text).problems.map(({ code, place }) => `${place?.line} ${code}`);

/** What kinds of node the ways into a step come from. */
function waysInto(text: string, name: string): string[] {
  const { stream } = draw(text);
  const { key } = stepNamed(stream, name);
  const { nodes, arcs } = stream.flow;
  return arcs.flatMap(({ from, to }) => {
    const [source, target] = [nodes[from], nodes[to]];
    return source && target?.kind === 'STEP' && target.step === key ? [source.kind] : [];
  });
}

describe('a buffer in front of an `after` line', () => {
  it('lies on the way to the step that follows the one above it', () => {
    const text = 'demand: 8/day\nA @X 1h\nwait 2d\nafter A\nB @Y 1h\nstock 8\nafter B\nC @Z 1h';
    expect(codes(text)).toEqual([]);
    expect(leadTime(text)).toBeCloseTo(3 * DAY + 3 * HOUR, 6);
  });

  it('lies on every way that `after` lines lead out of the step', () => {
    const text = 'A @X 1h\nwait 2d\nafter A\nB @Y 1h\nafter A\nC @Z 1h\nwait 3d\nafter B, C\nD @Z 1h';
    expect(codes(text)).toEqual([]);
    expect(leadTime(text)).toBeCloseTo(5 * DAY + 3 * HOUR, 6);
  });

  it('leads nowhere where no `after` names the step above it, and that is told', () => {
    expect(codes('A @X 1h\nB @Y 1h\nwait 2d\nafter A\nC @Z 1h')).toEqual(['4 BUFFER_LEADS_NOWHERE']);
  });

  it('stays between two lines that follow each other', () => {
    const text = 'A @X 1h\nwait 2d\nB @Y 1h\nafter A\nC @Z 1h';
    expect(codes(text)).toEqual([]);
    expect(leadTime(text)).toBeCloseTo(2 * DAY + 2 * HOUR, 6);
  });
});

describe('a buffer at the end of a branch', () => {
  const inEither = (below: string, behind = '') =>
    `S @X 1h\neither\n  50%: A @X 1h\n  then wait 2d\n${behind}  50%: B @X 1h\nend\n${below}`;
  const inMeanwhile = (below: string, behind = '') =>
    `S @X 1h\nmeanwhile\n  A @X 1h\n  then wait 2d\n${behind}  B @Y 1h\nend\n${below}`;
  const blocks = [inEither, inMeanwhile];

  it('lies on the way that `after` leads out of the step, where no line goes on behind the block', () => {
    for (const block of blocks) {
      for (const below of ['after A\nC @Z 4h', 'after A, B\nC @Z 4h']) {
        expect(codes(block(below))).toEqual([]);
        expect(waysInto(block(below), 'C').filter((kind) => kind !== 'STEP')).not.toEqual([]);
      }
      expect(waysInto(block('after A\nC @Z 4h'), 'C')).toEqual(['WAIT']);
    }
    expect(leadTime(inMeanwhile('after A\nC @Z 4h'))).toBeCloseTo(2 * DAY + 6 * HOUR, 6);
  });

  it('does so too where a `stop` stands behind it', () => {
    for (const block of blocks) {
      const text = block('after A\nC @Z 4h', '  stop\n');
      expect(codes(text)).toEqual([]);
      expect(waysInto(text, 'C')).toEqual(['WAIT']);
    }
    expect(leadTime(inMeanwhile('after A\nC @Z 4h', '  stop\n'))).toBeCloseTo(2 * DAY + 6 * HOUR, 6);
  });

  it('does so in blocks in blocks, and behind a step that is done only sometimes', () => {
    const nested = 'S\nmeanwhile\n  meanwhile\n    A\n    then wait 2d\n    B\n  end\n  D\nend\nafter A\nC';
    const sometimes = 'S\nmeanwhile\n  A @X sometimes 50%\n  then wait 2d\n  B\nend\nafter A\nC';
    for (const text of [nested, sometimes]) {
      expect(codes(text)).toEqual([]);
      expect(waysInto(text, 'C')).toEqual(['WAIT']);
    }
  });

  it('lies on the way to the line below the block, where there is one, and not on the others', () => {
    const text = inMeanwhile('D @X 1h\nafter A\nC @Z 4h');
    expect(codes(text)).toEqual([]);
    expect(waysInto(text, 'C')).toEqual(['STEP']);
    expect(leadTime(text)).toBeCloseTo(2 * DAY + 3 * HOUR, 6);
  });

  it('leads nowhere where an `after` below the block names other steps only, unless a `stop` means it', () => {
    for (const block of blocks) {
      expect(codes(block('after B\nC @Z 4h'))).toEqual(['5 BUFFER_LEADS_NOWHERE']);
      expect(codes(block('after B\nC @Z 4h', '  stop\n'))).toEqual([]);
      expect(codes(block(''))).toEqual([]);
    }
  });
});

describe('a buffer behind the end of a block', () => {
  const block = 'S @X 1h\nmeanwhile\n  A @X 1h\n  B @Y 1h\nend\n';

  it('leads nowhere where the line below it follows what its `after` names, and that is told once for all of them', () => {
    expect(codes(`${block}wait 2d\nafter A\nC @Z 4h`)).toEqual(['7 BUFFER_LEADS_NOWHERE']);
    expect(codes(`${block}wait 2d\nstock 5\nafter A, B\nC @Z 4h`)).toEqual(['7 BUFFER_LEADS_NOWHERE']);
    expect(codes('wait 2d\nafter C\nB\nafter S\nC\nS')).toContain('2 BUFFER_LEADS_NOWHERE');
  });

  it('lies on the way where a line follows it, or where it stands behind the `after` line', () => {
    expect(codes(`${block}wait 2d\nC @Z 4h`)).toEqual([]);
    expect(codes(`${block}after A, B\nwait 2d\nC @Z 4h`)).toEqual([]);
    expect(leadTime(`${block}after A, B\nwait 2d\nC @Z 4h`)).toBeCloseTo(2 * DAY + 6 * HOUR, 6);
    expect(codes(`${block}wait 2d`)).toEqual([]);
  });
});

describe('a buffer on the last line', () => {
  it('lies on the way out of the step above it where an `after` further up names that step', () => {
    const text = 'S @X 1h\nafter A\nC @Z 4h\nafter S\nA @X 1h\nwait 2d';
    expect(codes(text)).toEqual([]);
    expect(waysInto(text, 'C')).toEqual(['WAIT']);
  });
});

describe('a return between branches that go on side by side', () => {
  it('is told, with the `then` that was probably forgotten', () => {
    const { problems } = draw('S\nmeanwhile\n  A\n  B\n  back to "A" 50%\n  C\nend');
    expect(
      problems.map(({ code, place, fix }) => [code, place?.line, fix?.place.line, fix?.replacement]),
    ).toEqual([['BACK_TO_ANOTHER_BRANCH', 6, 5, 'then ']]);
  });

  it('is told nothing of where the branches exclude each other, or where it leaves the block', () => {
    expect(codes('S\nmeanwhile\n  A\n  B\n  back to "S" 50%\nend')).toEqual([]);
    expect(codes('S\nmeanwhile\n  A\n  then B\n  back to "A" 50%\n  C\nend')).toEqual([]);
  });
});

describe('a name that is cut short', () => {
  it('is found where it is the beginning of one step only', () => {
    const [told] = draw('Pack the box (Lea or Tom)\nPick it up\nback to Pack the box 5%').problems;
    expect(told?.fix?.replacement).toBe('"Pack the box (Lea or Tom)"');
    const [unclear] = draw('Pack the box now\nPack the box later\nShip\nback to "Pack the box" 5%').problems;
    expect(unclear?.code).toBe('UNKNOWN_STEP_REFERENCE');
  });
});
