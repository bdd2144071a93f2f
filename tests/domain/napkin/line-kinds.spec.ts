import { describe, expect, it } from '@jest/globals';
import { readNapkin } from '../../../src/domain/napkin/index.js';
import { kindsOf, linesOf, problemsOf, stepOf } from './reading.js';

describe('a line is of a kind only where the whole line has its shape', () => {
  it.each([
    'Wait for the deposit',
    'Pull permit',
    'Stock shelves',
    'Back to school campaign',
    'Stop the press',
    'Stop',
    'After party',
    'Person of contact',
    'Lost property desk',
    'End of day report',
    'Then ship it',
    'Sometimes call back',
    'Never together again',
    'Together plan the route',
    'Demand planning',
    'Customer survey',
    'Sales call',
    'Month: close the books',
    'Email: confirm the date',
    'Either way call back',
    'Meanwhile tidy up',
    'Back to Bob',
  ])('reads “%s” as a step of that name', (name) => {
    expect(kindsOf(`First thing\n${name}`)).toEqual(['step', 'step']);
    expect(linesOf(`First thing\n${name}`)[1]).toMatchObject({ step: { name } });
  });

  it('reads a step with marks as one, whatever word it begins with', () => {
    expect(stepOf('Stream the webinar @Bob 1h')).toMatchObject({ name: 'Stream the webinar' });
    expect(stepOf('After sales call @Bob')).toMatchObject({ name: 'After sales call' });
    expect(stepOf('Wait 3d @Bob')).toMatchObject({ name: 'Wait', performers: [{ name: 'Bob' }] });
  });

  it.each([
    'stream X1',
    'Stream x1',
    'STREAM Order to cash',
    'stream Order to cash in 24h',
    'stream 24h delivery',
  ])('begins a stream with “%s”, whatever stands above it', (line) => {
    const names = readNapkin(`stream A\nB\n${line}\nC`).drafts.map(({ name }) => name);
    expect(names).toEqual(['A', line.slice('stream '.length)]);
  });

  it('reads a stream line with marks behind its name as a step', () => {
    for (const line of ['Stream the webinar @Ann 10m', 'stream X1 @Ann', 'Stream the opening 2h'])
      expect(kindsOf(`First thing\n${line}`)).toEqual(['step', 'step']);
  });

  it('reads the two forces in any case and in both spellings', () => {
    expect(kindsOf('SALES:\nA\nFulfillment:\nB\nFULFILMENT:\nC')).toEqual([
      ...['force', 'step', 'force', 'step', 'force', 'step'],
    ]);
  });

  it('takes the person of a line whose hours have no unit', () => {
    expect(linesOf('Sell\nperson Al 40 {selling}')[1]).toMatchObject({
      kind: 'person',
      name: 'Al',
      hours: null,
    });
  });

  it('leaves a dash between a name and its marks away', () => {
    expect(stepOf('Pack the box - 10m')).toMatchObject({ name: 'Pack the box' });
    expect(stepOf('Pack – @Dana')).toMatchObject({ name: 'Pack' });
  });

  it('reads buffers in time and in units, with their reason and how work moves on', () => {
    expect(linesOf('wait 3d "for the owner"')).toMatchObject([
      {
        kind: 'wait',
        why: 'for the owner',
        passing: { kind: 'PUSH' },
        time: { low: [{ amount: 3, unit: 'd' }] },
      },
    ]);
    expect(linesOf('stock 400 fifo 20')).toMatchObject([
      { kind: 'stock', units: { low: 400 }, passing: { kind: 'FIFO', limit: 20 } },
    ]);
    expect(linesOf('wait 10 cd pull "in order"')).toMatchObject([
      { passing: { kind: 'PULL' }, why: 'in order' },
    ]);
    expect(linesOf('stock 1,200-1,500 "on the shelf"')).toMatchObject([{ units: { low: 1200, high: 1500 } }]);
    expect(linesOf('wait 2 weeks for the permit')).toMatchObject([{ kind: 'wait', why: 'for the permit' }]);
  });

  it('reads returns with their share, their time, both or neither', () => {
    const text = 'Visit site\nPrice the job\n';
    expect(linesOf(`${text}back to "Visit site" 20%`)[2]).toMatchObject({
      kind: 'back',
      share: { low: 0.2 },
      time: null,
    });
    expect(linesOf(`${text}back to Visit site 20% 40m`)[2]).toMatchObject({
      to: { name: 'Visit site' },
      share: { low: 0.2 },
      time: { low: [{ amount: 40 }] },
    });
    expect(linesOf(`${text}back to Visit site 40m`)[2]).toMatchObject({ kind: 'back', share: null });
    expect(linesOf(`${text}Back to visit SITE`)[2]).toMatchObject({ kind: 'back', share: null, time: null });
    expect(linesOf(`${text}back to vist site`)[2]).toMatchObject({ kind: 'back', to: { name: 'vist site' } });
    expect(linesOf('30 min call\nNext\nback to 30 min call 5%')[2]).toMatchObject({
      to: { name: '30 min call' },
      share: { low: 0.05 },
    });
  });

  it('reads `after` where it names a step of the stream, or is in quotes', () => {
    expect(kindsOf('Visit site\nafter Visit site\nSend it')).toEqual(['step', 'after', 'step']);
    expect(kindsOf('Send it\nafter "Nowhere"\nSend more')).toEqual(['step', 'after', 'step']);
    expect(kindsOf('Visit site\nafter Visit site, Elsewhere\nSend it')[1]).toBe('after');
  });

  it('reads headers and rules', () => {
    const lines = linesOf(
      'Customer: "A # B"\nowner : Lucas\ndemand: ~30-50 per week\nday: 7h 40m\npeople: 38,5 h / week\nnever together: "a, b", c\ntogether: a, b\nStep',
    );
    expect(lines).toMatchObject([
      { kind: 'party', party: 'customer', name: 'A # B' },
      { kind: 'party', party: 'owner', name: 'Lucas' },
      { kind: 'demand', amount: { low: 30, high: 50, guess: true }, per: 'week' },
      {
        kind: 'calendar',
        field: 'day',
        duration: {
          low: [
            { amount: 7, unit: 'h' },
            { amount: 40, unit: 'min' },
          ],
        },
      },
      { kind: 'calendar', field: 'people', duration: { low: [{ amount: 38.5, unit: 'h' }] } },
      { kind: 'apart', steps: [{ name: 'a, b' }, { name: 'c' }] },
      { kind: 'together', steps: [{ name: 'a' }, { name: 'b' }] },
      { kind: 'step' },
    ]);
  });

  it('reads people with hours, what they can do, both or neither', () => {
    expect(linesOf('person Dana 32h {scheduling 3}')).toMatchObject([
      { kind: 'person', name: 'Dana', capabilities: [{ name: 'scheduling', level: 3 }] },
    ]);
    expect(linesOf('person "Tech Lead" 20h/week')).toMatchObject([
      { name: 'Tech Lead', hours: { low: [{ amount: 20 }] }, capabilities: [] },
    ]);
    expect(linesOf('person Dana Smith {billing}')).toMatchObject([{ name: 'Dana Smith', hours: null }]);
    expect(linesOf('person Dana')).toMatchObject([{ kind: 'person', name: 'Dana', hours: null }]);
  });

  it('keeps comments: on their own, behind a line, on the stream line and above it', () => {
    const text = '# of the file\nstream Repairs # old name: fixing\nOpen it # carefully';
    expect(linesOf(text)).toMatchObject([{ kind: 'step', comment: 'carefully' }]);
    expect(linesOf('Open #5 box\nSend no #')).toMatchObject([
      { step: { name: 'Open #5 box' } },
      { step: { name: 'Send no' }, comment: '' },
    ]);
  });

  it('takes the bullets and numbers of a pasted list away, and says so once', () => {
    const text = '1. Answer the phone\n2) Visit\n- Quote 10m\n• Order\n* [ ] Ship\n3.Bill';
    expect(linesOf(text).map((line) => (line.kind === 'step' ? line.step.name : ''))).toEqual([
      'Answer the phone',
      'Visit',
      'Quote',
      'Order',
      'Ship',
      'Bill',
    ]);
    expect(problemsOf(text)).toEqual([]);
  });
});
