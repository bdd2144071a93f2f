import { describe, expect, it } from '@jest/globals';
import { readStreamModel } from '../../../../src/adapters/imports/model/index.js';
import { printNapkin } from '../../../../src/domain/index.js';

const HEAD = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">';

function process(body: string, lanes = ''): string {
  return `${HEAD}<process id="p" name="Order &amp; pay">${lanes}${body}</process></definitions>`;
}

function flows(...pairs: readonly string[]): string {
  return pairs
    .map((pair, at) => {
      const [from, to, name] = pair.split(' ');
      return `<sequenceFlow id="f${at}" sourceRef="${from}" targetRef="${to}" name="${name ?? ''}"/>`;
    })
    .join('');
}

function read(model: string) {
  const table = readStreamModel(Buffer.from(model));
  if (table.kind === 'TableUnreadable') return { refused: table.message, napkin: '', problems: [] };
  return { refused: null, napkin: printNapkin(table.drafts), problems: table.problems };
}

describe('a BPMN process from another tool', () => {
  it('becomes steps in the order of its flow, done by its lanes, with its timers as waits', () => {
    const lanes =
      '<laneSet><lane name="Office"><flowNodeRef>a</flowNodeRef></lane><lane name="Work shop"><flowNodeRef>b</flowNodeRef></lane></laneSet>';
    const body = `<task id="b" name="Build"/><userTask id="a" name="Answer"/><startEvent id="s"/><endEvent id="e"/>
      <intermediateCatchEvent id="t" name="drying"><timerEventDefinition><timeDuration>P2DT4H</timeDuration></timerEventDefinition></intermediateCatchEvent>
      ${flows('s a', 'a t', 't b', 'b e')}`;
    expect(read(process(body, lanes)).napkin).toBe(
      'stream Order & pay\nAnswer @Office\nwait 2d 4h "drying"\nBuild @"Work shop"\n',
    );
  });

  it('reads gates as blocks, ways that go round as returns, and shares from the names of the ways', () => {
    const body = `<startEvent id="s"/><task id="a" name="Draw"/><exclusiveGateway id="x"/><parallelGateway id="p1"/>
      <task id="b" name="Cut"/><task id="c" name="Paint"/><parallelGateway id="p2"/><task id="d" name="Ship"/><endEvent id="e"/>
      ${flows('s a', 'a x', 'x a 20%', 'x p1', 'p1 b', 'p1 c', 'b p2', 'c p2', 'p2 d', 'd e')}`;
    expect(read(process(body)).napkin).toBe(
      'stream Order & pay\nDraw\nback to Draw 20%\nmeanwhile\n  Cut\n  Paint\nend\nShip\n',
    );
  });

  it('reads a choice with an end inside, and a step that only some need', () => {
    const body = `<startEvent id="s"/><task id="a" name="Ask"/><exclusiveGateway id="x"/><task id="b" name="Price"/><endEvent id="no"/>
      <exclusiveGateway id="y"/><task id="c" name="Polish"/><exclusiveGateway id="z"/><task id="d" name="Ship"/><endEvent id="e"/>
      ${flows('s a', 'a x', 'x b 70%', 'x no 30%', 'b y', 'y c 25%', 'y z 75%', 'c z', 'z d', 'd e')}`;
    const { napkin } = read(process(body));
    expect(napkin).toContain('either\n  70%: Price\n');
    expect(napkin).toContain('sometimes 25%: Polish');
    expect(napkin).toContain('30%: stop');
  });

  it('says where the ways cross so that no block can tell them', () => {
    const body = `<startEvent id="s"/><task id="a" name="A"/><parallelGateway id="p"/><task id="b" name="B"/><task id="c" name="C"/><task id="d" name="D"/>
      <parallelGateway id="j1"/><task id="f" name="F"/><parallelGateway id="q"/><parallelGateway id="j2"/><task id="g" name="G"/><endEvent id="e"/>
      ${flows('s a', 'a p', 'p b', 'p c', 'b q', 'q j1', 'q d', 'c j1', 'j1 f', 'd j2', 'f j2', 'j2 g', 'g e')}`;
    const { napkin, problems } = read(process(body));
    expect(problems.map(({ code, place }) => `${code} ${place?.sheet}`)).toContain('WAYS_CROSS p');
    for (const name of ['A', 'B', 'C', 'D', 'F', 'G'])
      expect(napkin).toMatch(new RegExp(`^\\s*${name}$`, 'm'));
    expect(napkin).toContain('after');
  });

  it('takes several beginnings as a choice of where to begin', () => {
    const body = `<startEvent id="s"/><startEvent id="r"/><task id="a" name="Call"/><task id="b" name="Mail"/><task id="c" name="Quote"/>
      ${flows('s a', 'r b', 'a c', 'b c')}`;
    const { napkin } = read(process(body));
    expect(napkin).toContain('either\n');
    expect(napkin).toMatch(/end\nQuote\n$/);
  });

  it('never hangs on a process that goes round for ever, and drops no step of it', () => {
    const body = `<task id="a" name="Ask"/><task id="b" name="Build"/>${flows('a b', 'b a')}`;
    const { napkin } = read(process(body));
    expect(napkin).toContain('Ask');
    expect(napkin).toContain('Build');
  });
});

describe('what is no model', () => {
  it.each([
    ['<!DOCTYPE a [<!ENTITY b "c">]><definitions/>', 'declares a document type'],
    [`${'<a>'.repeat(200)}${'</a>'.repeat(200)}`, 'nested more than 100 deep'],
    ['<definitions><process></definitions>', 'not well-formed XML'],
    ['<html/>', 'XML of another kind (<html>)'],
    ['<definitions/>', 'no process with steps'],
    ['', 'not well-formed XML'],
    ['<a>&boom;</a>', 'not well-formed XML'],
  ])('is refused with the reason (%#)', (text, reason) => {
    expect(read(text).refused).toContain(reason);
  });
});
