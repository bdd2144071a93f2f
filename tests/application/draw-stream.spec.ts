import { describe, expect, it } from '@jest/globals';
import { describeOnEveryDatabase, sqliteDatabase } from '../support/databases.js';
import { BIKE_SHOP, CAFE, useCasesOn } from '../support/use-cases.js';

const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code);

describeOnEveryDatabase('drawing a stream', (database) => {
  it('keeps the canonical text under the key of its name, and plans it', async () => {
    const { drawStream, stream } = useCasesOn(await database.open());
    const { streams } = await drawStream({ napkin: BIKE_SHOP });
    const [drawn] = streams;
    expect(drawn?.stored).toMatchObject({ key: 'bike-repair', name: 'Bike repair', revision: 1 });
    expect(drawn?.plan.structure?.roles.length).toBeGreaterThan(0);
    const read = await stream('bike-repair');
    expect(read?.stored).toEqual(drawn?.stored);
    expect(read?.plan).toBe(drawn?.plan);
    expect(await stream('another')).toBeNull();
  });

  it('makes the next revision, whose steps keep their keys over a renaming and a return', async () => {
    const { drawStream } = useCasesOn(await database.open());
    const draw = async (napkin: string) => (await drawStream({ napkin })).streams[0]?.stored;
    await draw(BIKE_SHOP);
    const renamed = await draw(BIKE_SHOP.replace('Take the call', 'Answer the phone was: "Take the call"'));
    expect(renamed?.revision).toBe(2);
    expect(renamed?.steps[0]).toEqual({ key: 'take-the-call', name: 'Answer the phone' });
    const without = await draw(BIKE_SHOP.replace(/Take the call.*\n/, ''));
    expect(without?.formerSteps).toEqual([{ key: 'take-the-call', name: 'Answer the phone' }]);
    const back = await draw(BIKE_SHOP.replace('Take the call', 'Answer the phone'));
    expect(back?.steps[0]?.key).toBe('take-the-call');
    expect(back?.formerSteps).toEqual([]);
  });

  it('stores nothing where the text has an error, and tells every problem in the order of the text', async () => {
    const { drawStream, streams } = useCasesOn(await database.open());
    const { streams: drawn, problems } = await drawStream({
      napkin: `${BIKE_SHOP}Test ride 5m\nback to "Wash the bike" 10%\nlost 200%\n`,
    });
    expect(drawn).toEqual([]);
    const lines = problems.flatMap(({ place, severity }) =>
      severity === 'ERROR' && place ? [place.line] : [],
    );
    expect([...new Set(lines)]).toEqual([17, 18]);
    expect((await streams({})).totalCount).toBe(0);
  });

  it('makes no revision of a text that says what the present one says', async () => {
    const { drawStream } = useCasesOn(await database.open());
    await drawStream({ napkin: BIKE_SHOP });
    const again = await drawStream({ napkin: BIKE_SHOP.replaceAll('\n', '\r\n') });
    expect(again.streams[0]?.stored.revision).toBe(1);
    expect(codes(again.problems)).toContain('UNCHANGED');
  });

  it('refuses an expected revision that is out of date, names the present one and overwrites nothing', async () => {
    const { drawStream, stream } = useCasesOn(await database.open());
    const early = await drawStream({ napkin: BIKE_SHOP, expectedRevision: 3 });
    expect(early.problems[0]?.message).toContain('there is no stream of that key yet');
    await drawStream({ napkin: BIKE_SHOP, expectedRevision: 0 });
    const more = `${BIKE_SHOP}Test ride 5m\n`;
    await drawStream({ napkin: more, expectedRevision: 1 });
    const late = await drawStream({ napkin: `${more}Wash it 5m\n`, expectedRevision: 1 });
    expect(late.streams).toEqual([]);
    expect(late.problems[0]).toMatchObject({ code: 'REVISION_OUT_OF_DATE', severity: 'ERROR' });
    expect(late.problems[0]?.message).toContain('the present one is 2');
    expect((await stream('bike-repair'))?.stored.revision).toBe(2);
  });

  it('gives no revision to two who draw at the same moment', async () => {
    const { drawStream } = useCasesOn(await database.open());
    const drawn = await Promise.all(
      Array.from({ length: 12 }, (_, index) => drawStream({ napkin: `${BIKE_SHOP}Extra ${index + 1} 5m\n` })),
    );
    const revisions = drawn.map(({ streams }) => streams[0]?.stored.revision ?? 0);
    expect(revisions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    for (const [index, { streams }] of drawn.entries()) {
      expect(streams[0]?.plan.stream.steps.at(-1)?.name).toBe(`Extra ${index + 1}`);
    }
  });

  it('lets one of those win who expect the same revision', async () => {
    const { drawStream } = useCasesOn(await database.open());
    await drawStream({ napkin: BIKE_SHOP });
    const drawn = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        drawStream({ napkin: `${BIKE_SHOP}Extra ${index + 1} 5m\n`, expectedRevision: 1 }),
      ),
    );
    expect(drawn.filter(({ streams }) => streams.length === 1)).toHaveLength(1);
    const refused = drawn.filter(({ streams }) => streams.length === 0);
    expect(new Set(refused.flatMap(({ problems }) => codes(problems)))).toContain('REVISION_OUT_OF_DATE');
  });

  it('draws all streams of a text in one write, or none', async () => {
    const { drawStream, streams } = useCasesOn(await database.open());
    const broken = await drawStream({ napkin: `${BIKE_SHOP}\n${CAFE}lost 300%\n` });
    expect(broken.streams).toEqual([]);
    expect((await streams({})).totalCount).toBe(0);
    const drawn = await drawStream({ napkin: `${BIKE_SHOP}\n${CAFE}` });
    expect(drawn.streams.map(({ stored }) => stored.key)).toEqual(['bike-repair', 'cafe-breakfast']);
  });
});

describe('what a request for drawing can say', () => {
  const database = sqliteDatabase();

  it('names the stream by its key where the text holds one', async () => {
    const { drawStream, stream } = useCasesOn(await database.open());
    await drawStream({ napkin: BIKE_SHOP, key: 'workshop' });
    await drawStream({ napkin: CAFE, key: 'workshop' });
    expect((await stream('workshop'))?.stored).toMatchObject({ name: 'Cafe breakfast', revision: 2 });
    expect((await stream('workshop'))?.plan.stream.key).toBe('workshop');
  });

  it('refuses a key that cannot be one, and tells the nearest that can', async () => {
    const { drawStream } = useCasesOn(await database.open());
    const { problems } = await drawStream({ napkin: BIKE_SHOP, key: 'My Shop' });
    expect(problems[0]).toMatchObject({ code: 'BAD_KEY', suggestion: 'Did you mean "my-shop"?' });
  });

  it.each([{ key: 'shop' }, { expectedRevision: 1 }])(
    'refuses %j for several streams, and says nothing else about them',
    async (asked) => {
      const { drawStream } = useCasesOn(await database.open());
      const { streams, problems } = await drawStream({ napkin: `${BIKE_SHOP}\n${CAFE}`, ...asked });
      expect(streams).toEqual([]);
      const errors = problems.filter(({ severity }) => severity === 'ERROR');
      expect(codes(errors)).toEqual(['SEVERAL_STREAMS']);
    },
  );

  it('takes the expected revision 0 to mean that all streams of the text are new', async () => {
    const { drawStream } = useCasesOn(await database.open());
    const napkin = `${BIKE_SHOP}\n${CAFE}`;
    expect((await drawStream({ napkin, expectedRevision: 0 })).streams).toHaveLength(2);
    const again = await drawStream({ napkin: `${CAFE}\nstream Third\nThink 1h\n`, expectedRevision: 0 });
    expect(again.streams).toEqual([]);
    expect(codes(again.problems)).toContain('REVISION_OUT_OF_DATE');
  });

  it.each([
    ['another name of the same key', 'stream Cafe, breakfast!\nBake 5m\n', CAFE, 'cafe-breakfast'],
    ['no stream line', 'Bake 5m\n', 'stream Unnamed stream\nFry 6m\n', 'unnamed-stream'],
    ['a name of signs alone', 'stream ???\nBake 5m\n', 'stream !!!\nFry 6m\n', 'unnamed'],
  ])('never draws over a kept stream by chance: %s', async (_what, napkin, kept, key) => {
    const { drawStream, stream } = useCasesOn(await database.open());
    await drawStream({ napkin: kept });
    const { streams, problems } = await drawStream({ napkin });
    expect(streams).toEqual([]);
    const taken = problems.find(({ code }) => code === 'KEY_TAKEN');
    expect(taken?.message).toContain(`"${key}" is the key of "`);
    expect((await stream(key))?.stored.revision).toBe(1);
    const meant = await drawStream({ napkin, key });
    expect(meant.streams[0]?.stored.revision).toBe(2);
  });

  it('goes on with the stream of the same name, however its letters and spaces are written', async () => {
    const { drawStream } = useCasesOn(await database.open());
    await drawStream({ napkin: CAFE });
    const { streams } = await drawStream({ napkin: CAFE.replace('Cafe breakfast', 'CAFE   Breakfast') });
    expect(streams[0]?.stored).toMatchObject({ key: 'cafe-breakfast', revision: 2 });
  });

  it('does not tell back a text that was given as a key by mistake', async () => {
    const { drawStream } = useCasesOn(await database.open());
    const { problems } = await drawStream({ napkin: CAFE, key: 'x'.repeat(5_000) });
    expect(problems[0]?.code).toBe('BAD_KEY');
    expect(problems[0]?.message).toContain('at most 80 characters');
    expect(problems[0]?.message.length).toBeLessThan(300);
  });

  it('refuses two streams whose names make one key', async () => {
    const { drawStream } = useCasesOn(await database.open());
    const napkin = `${CAFE}\n${CAFE.replace('Cafe breakfast', 'Cafe, breakfast!')}`;
    const { streams, problems } = await drawStream({ napkin });
    expect(streams).toEqual([]);
    expect(codes(problems)).toContain('SAME_KEY');
  });

  it('tells a broken sign instead of replacing it in silence', async () => {
    const { drawStream } = useCasesOn(await database.open());
    const drawn = await drawStream({
      napkin: 'stream Signs\nsales:\nAsk \ud800 twice 5m\nfulfilment:\nDo 1h',
    });
    expect(codes(drawn.problems)).toContain('BROKEN_SIGN');
    expect(drawn.streams[0]?.stored.napkin).toContain('Ask \ufffd twice');
  });

  it.each(['', '# only a comment\n', '\0\x01\x02', '\ud800'])('stores nothing of %j', async (napkin) => {
    const { drawStream, streams } = useCasesOn(await database.open());
    const drawn = await drawStream({ napkin });
    expect(codes(drawn.problems).length).toBeGreaterThan(0);
    expect((await streams({})).totalCount).toBe(drawn.streams.length);
  });
});
