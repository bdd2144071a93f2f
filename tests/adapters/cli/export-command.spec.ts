import { describe, expect, it } from '@jest/globals';
import { run } from '../../support/recorded-terminal.js';

const FERRY = `stream Phone call to ferry crossing
customer: Islander
sales:
Book the seat @Runa 10m {booking}
wait 1d
fulfilment:
Cross the sound @Odd ~1h
`;

describe('headwater export', () => {
  it.each([
    ['archimate', /^<\?xml version="1.0" encoding="UTF-8"\?>\n<model /],
    ['bpmn', /^<\?xml version="1.0" encoding="UTF-8"\?>\n<bpmn:definitions /],
    ['mermaid', /^flowchart LR\n/],
    ['mermaid-chart', /^flowchart TB\n/],
  ])('writes %s to standard output', async (format, beginning) => {
    const { code, out, err } = await run(['export', '-', '--format', format], { input: FERRY });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(beginning);
  });

  it('names the formats where another one is asked for', async () => {
    const { code, err } = await run(['export', '-', '--format', 'visio'], { input: FERRY });
    expect(code).toBe(2);
    expect(err).toContain('The formats are archimate, bpmn, mermaid, mermaid-chart, backstage.');
  });

  it('exports nothing of a napkin with errors', async () => {
    const { code, out, err } = await run(['export', '-', '--format', 'bpmn'], {
      input: 'stream A\nB 1h lead 5m',
    });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('nothing was exported.');
  });
});

describe('a model where a napkin is read', () => {
  it.each(['bpmn', 'archimate'])('is understood: %s', async (format) => {
    const { out: model } = await run(['export', '-', '--format', format], { input: FERRY });
    const { code, out, err } = await run(['convert', '-', '--to', 'napkin'], { input: model });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const line of FERRY.trim().split('\n')) expect(out).toContain(line);
  });

  it('tells its problems by line, column and element', async () => {
    const input =
      '<definitions><process id="p"><task id="a" name="Ask"/>\n<boundaryEvent id="edge" attachedToRef="a"/></process></definitions>';
    const { out, err } = await run(['check', '-'], { input });
    expect(`${out}${err}`).toMatch(/<stdin>:2:\d+ \(edge\) info BORDER_EVENT/);
  });

  it('is refused in one line where it hides entities', async () => {
    const { code, err } = await run(['plan', '-'], { input: '<?xml version="1.0"?><!DOCTYPE a><a/>' });
    expect(code).toBe(2);
    expect(err).toMatch(/^headwater: <stdin>: Line 1: it declares a document type/);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
