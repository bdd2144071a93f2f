import { describe, expect, it } from '@jest/globals';
import { describeOnEveryDatabase } from '../support/databases.js';
import { BIKE_SHOP, CAFE, useCasesOn } from '../support/use-cases.js';

describeOnEveryDatabase('samples', (database) => {
  it('are loaded into an empty database only, without those that have errors', async () => {
    const { loadSamples, streams } = useCasesOn(await database.open());
    const loaded = await loadSamples([`${CAFE}lost 400%\n`, BIKE_SHOP, 'stream Nothing\n', CAFE]);
    expect(loaded.slice(0, 1)).toEqual(['bike-repair']);
    expect(loaded).toContain('cafe-breakfast');
    const { totalCount } = await streams({});
    expect(totalCount).toBe(loaded.length);
    expect(await loadSamples(['stream Late\nsales:\nSell 5m\n'])).toEqual([]);
    expect((await streams({})).totalCount).toBe(totalCount);
  });

  it('are listed page by page with their plans', async () => {
    const { loadSamples, streams, streamById } = useCasesOn(await database.open());
    await loadSamples([BIKE_SHOP, CAFE]);
    const page = await streams({ first: 1, after: 'bike-repair' });
    expect(page).toMatchObject({ hasNextPage: false, hasPreviousPage: true, totalCount: 2 });
    expect(page.streams[0]?.plan.stream.name).toBe('Cafe breakfast');
    const byId = await streamById(page.streams[0]?.stored.id ?? '');
    expect(byId?.stored.key).toBe('cafe-breakfast');
  });

  it('make the same report whenever it is asked for, dated by their revision', async () => {
    const { loadSamples, stream, raciReport, proposeAssignments } = useCasesOn(await database.open());
    await loadSamples([BIKE_SHOP]);
    const wish = { holder: 'Zoe', step: 'Quote the repair', letter: 'A', reason: null } as const;
    await proposeAssignments({ stream: 'bike-repair', wishes: [wish] });
    const planned = await stream('bike-repair');
    if (!planned) throw new Error('the sample is not there');
    const report = await raciReport(planned, 'JSON');
    expect(report.content).toContain('2025-03-01');
    expect(report.content).toContain('UNKNOWN_HOLDER');
    expect(await raciReport(planned, 'JSON')).toEqual(report);
  });
});

describe('a text without a database', () => {
  const nowhere = {
    read: () => Promise.reject(new Error('no')),
    write: () => Promise.reject(new Error('no')),
    look: () => Promise.reject(new Error('no')),
    writeAlone: () => Promise.reject(new Error('no')),
  };
  const { readNapkin, planFile } = useCasesOn({ unitOfWork: nowhere });

  it('is read as a map with every problem, in the order of the text', () => {
    const reading = readNapkin(`${BIKE_SHOP}Test 5m\nback to "Nowhere" 10%\nlost 300%\n`);
    expect(reading.steps).toBe(5);
    expect(reading.streams[0]?.name).toBe('Bike repair');
    const errors = reading.problems.filter(({ severity }) => severity === 'ERROR');
    expect([...new Set(errors.map(({ place }) => place?.line))]).toEqual([17, 18]);
    expect(readNapkin(readNapkin(BIKE_SHOP).canonical).canonical).toBe(readNapkin(BIKE_SHOP).canonical);
  });

  it('is planned within limits, with the lines of the text as it is', () => {
    const { plans } = planFile(`\n\n${BIKE_SHOP}\n${CAFE}`, { maxStepsPerRole: 1 });
    expect(plans.map(({ stream }) => stream.key)).toEqual(['bike-repair', 'cafe-breakfast']);
    expect(plans[0]?.stream.steps[0]?.line).toBe(9);
    expect(plans[0]?.structure?.roles).toHaveLength(4);
  });

  it('is not planned where it has errors', () => {
    expect(planFile('stream X\nsales:\nSell 5m\nlost 200%\n').plans).toEqual([]);
  });
});
