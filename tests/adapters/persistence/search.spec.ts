import { expect, it } from '@jest/globals';
import { searchWords } from '../../../src/application/index.js';
import type { SearchedPart, StreamPageRequest } from '../../../src/application/ports/index.js';
import type { StreamKey } from '../../../src/domain/index.js';
import { describeOnEveryDatabase } from '../../support/databases.js';
import { adoptedStructure, newRevision, storedAssignment } from '../../support/stored-streams.js';

const KITCHEN = `stream Küche nach Maß
customer: Family Weber
owner: Olga
sales:
Measure the room @Jonas 2h {site survey}
fulfilment:
either 40%
  Install it @Mara 3h {fitting}
or
  Send it @Tomas 1h
end
person Petra {estimating}
`;
const BAKERY = `stream Bakery\nsales:\nTake the order @Jonas 5m\nfulfilment:\nBake the bread @Ben 2h\n`;

describeOnEveryDatabase('streams that are searched for', (database) => {
  async function opened() {
    const { unitOfWork } = await database.open();
    const draw = (key: string, name: string, napkin: string, told: object = {}) =>
      unitOfWork.write((store) =>
        store.addRevision(newRevision({ key: key as StreamKey, name, napkin, ...told })),
      );
    await draw('kitchen', 'Küche nach Maß', KITCHEN, { drawnAt: '2025-03-03T08:00:00.000Z' });
    await draw('bakery', 'Bakery', BAKERY, { drawnAt: '2025-03-05T08:00:00.000Z' });
    await draw('zoo', 'bakery', 'stream bakery\nFeed the lion\n', { drawnAt: '2025-03-04T08:00:00.000Z' });
    const page = (request: StreamPageRequest) => unitOfWork.read((store) => store.streams(request));
    const found = async (search: string, ...parts: SearchedPart[]): Promise<string> => {
      const { streams, totalCount } = await page({ words: searchWords(search), parts });
      expect(totalCount).toBe(streams.length);
      return streams.map(({ key }) => key).join(' ');
    };
    return { unitOfWork, draw, page, found };
  }

  it('are found by the beginnings of words, whatever the capitals and accents', async () => {
    const { found } = await opened();
    expect(await found('KUCHE mass')).toBe('kitchen');
    expect(await found('küch')).toBe('kitchen');
    expect(await found('uche')).toBe('');
    expect(await found('jonas')).toBe('bakery kitchen');
    expect(await found('jonas brea')).toBe('bakery');
    expect(await found('…')).toBe('bakery kitchen zoo');
    expect(await found(`100%' OR 1 = 1 --`)).toBe('');
  });

  it('are found and listed by letters with strokes as by those that every keyboard has', async () => {
    const { draw, found, page } = await opened();
    await draw(
      'port',
      'Ørsted & Łódź',
      'stream Ørsted & Łódź\nAsk Bjørn @Łukasz 5m\nFædd Þór, œuvre, ılık\n',
    );
    await draw('elan', 'Élan', 'stream Élan\nAsk\n');
    await draw('apple', 'Äpfel', 'stream Äpfel\nAsk\n');
    for (const search of ['orsted lodz', 'bjorn', 'lukasz', 'ŁUKASZ', 'faedd thor', 'oeuvre ilik'])
      expect(await found(search)).toBe('port');
    const { streams } = await page({ order: 'NAME' });
    expect(streams.map(({ key }) => key).join(' ')).toBe('apple bakery zoo elan kitchen port');
  });

  it('are found in the part that is asked for, within branches too', async () => {
    const { found } = await opened();
    expect(await found('install', 'STEP')).toBe('kitchen');
    expect(await found('install', 'NAME', 'PERSON')).toBe('');
    expect(await found('fitting', 'CAPABILITY')).toBe('kitchen');
    expect(await found('estim', 'CAPABILITY')).toBe('kitchen');
    expect(await found('olga', 'PERSON')).toBe('kitchen');
    expect(await found('weber', 'NAME')).toBe('kitchen');
    expect(await found('weber', 'PERSON')).toBe('');
    expect(await found('bakery', 'NAME')).toBe('bakery zoo');
    expect(await found('jonas measure', 'STEP', 'PERSON')).toBe('kitchen');
  });

  it('are found by what the latest revision says, and not by what only an earlier one said', async () => {
    const { draw, found } = await opened();
    await draw('zoo', 'Zoo', 'stream Zoo\nFeed the bear\n', { revision: 2 });
    expect(await found('lion')).toBe('');
    expect(await found('bear feed zoo')).toBe('zoo');
    expect(await found('bakery')).toBe('bakery');
  });

  it('are found by adopted roles and by those who hold something, until they do no more', async () => {
    const { unitOfWork, draw, found } = await opened();
    await draw('cafe', 'Café', 'stream Café\nMix it\n');
    const id = 'id-of-cafe';
    const structure = adoptedStructure();
    const role = { ...structure.proposal.roles[0], name: 'Barista' };
    const roles = [role] as typeof structure.proposal.roles;
    await unitOfWork.write((store) =>
      store.adopt(id, { ...structure, proposal: { ...structure.proposal, roles } }),
    );
    await unitOfWork.write((store) =>
      store.addAssignments(id, [storedAssignment({ id: 'a', holder: 'Quinn' })]),
    );
    const person = { id: 's', person: 'Rafael', role: { key: 'barista', name: 'Barista' }, revision: 1 };
    type Staffing = Parameters<Parameters<Parameters<typeof unitOfWork.write>[0]>[0]['addStaffing']>[1];
    const because = [{ code: 'X', message: 'It was so.' }];
    const staffing = [{ ...person, because, acceptedAt: '2025-03-06' }] as unknown as Staffing;
    await unitOfWork.write((store) => store.addStaffing(id, staffing));
    expect(await found('barista', 'ROLE')).toBe('cafe');
    expect(await found('quinn', 'PERSON')).toBe('cafe');
    expect(await found('rafael', 'PERSON')).toBe('cafe');
    await unitOfWork.write((store) => store.endStaffing(id, 's', '2025-03-07'));
    await unitOfWork.write((store) => store.removeAssignment(id, 'a'));
    expect(await found('quinn')).toBe('');
    expect(await found('rafael')).toBe('');
    expect(await found('barista')).toBe('cafe');
  });

  it('come in the order of keys, of names, or newest first, page by page from both ends', async () => {
    const { page } = await opened();
    const keys = async (request: StreamPageRequest) => {
      const { streams, cursors, ...rest } = await page(request);
      const told = [streams.map(({ key }) => key).join(' '), rest.hasPreviousPage, rest.hasNextPage];
      return { told, cursors };
    };
    expect((await keys({ order: 'NAME' })).told).toEqual(['bakery zoo kitchen', false, false]);
    expect((await keys({ order: 'DRAWN' })).told).toEqual(['bakery zoo kitchen', false, false]);
    for (const order of ['NAME', 'DRAWN'] as const) {
      const first = await keys({ order, first: 1 });
      expect(first.told).toEqual(['bakery', false, true]);
      const after = first.cursors[0] ?? '';
      const second = await keys({ order, first: 1, after });
      expect(second.told).toEqual(['zoo', true, true]);
      expect((await keys({ order, last: 1 })).told).toEqual(['kitchen', true, false]);
      const before = second.cursors[0] ?? '';
      expect((await keys({ order, last: 5, before })).told).toEqual(['bakery', false, true]);
    }
    const { streams, totalCount } = await page({ order: 'NAME', first: 1, words: ['bakery'] });
    expect([streams[0]?.key, totalCount]).toEqual(['bakery', 2]);
  });

  it('are found in their own workspace only', async () => {
    await opened();
    const { access, unitOfWorkOf } = await database.open();
    await access.write((store) => store.addWorkspace({ id: 'north', key: 'north', name: 'North' }));
    const found = await unitOfWorkOf('north').read((store) => store.streams({ words: ['jonas'] }));
    expect([found.streams, found.totalCount]).toEqual([[], 0]);
  });

  it('are found where they were drawn before there was a search', async () => {
    const { found } = await opened();
    await database.raw('DELETE FROM stream_word', 'DELETE FROM stream_listing');
    expect(await found('jonas')).toBe('');
    await database.raw(
      'DROP TABLE stream_word',
      'DROP TABLE stream_listing',
      `DELETE FROM headwater_migrations WHERE name = 'FindStreams1870000000100'`,
    );
    const { unitOfWork } = await database.open();
    const { totalCount } = await unitOfWork.read((store) => store.streams({ words: ['jonas', 'mass'] }));
    expect(totalCount).toBe(1);
    const named = await unitOfWork.read((store) => store.streams({ order: 'NAME' }));
    expect(named.streams.map(({ key }) => key)).toEqual(['bakery', 'zoo', 'kitchen']);
  });
});
