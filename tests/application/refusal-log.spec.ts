import { describe, expect, it } from '@jest/globals';
import { refusalLogs } from '../../src/application/refusal-log.js';
import type { StoredRefusal, UnitOfWork } from '../../src/application/ports/index.js';
import { storedRefusal } from '../support/stored-streams.js';

const ALL = Array.from({ length: 30 }, (_, nth) => storedRefusal({ id: `r-${nth}` }));
const LONG = { id: 'long', refusals: ALL.slice(20), refusalCount: 30 };
const SHORT = { id: 'short', refusals: ALL.slice(0, 3), refusalCount: 3 };

/** A store that knows the long log, and tells of which streams it was asked. */
function keeping(asked: (readonly string[])[]): Pick<Parameters<typeof refusalLogs>[0], 'unitOfWork'> {
  const read = (work: (store: object) => Promise<unknown>): Promise<unknown> =>
    work({
      refusalLogs: (ids: readonly string[], { skip, first }: { skip: number; first: number | null }) => {
        asked.push(ids);
        return Promise.resolve(
          new Map([['long', ALL.slice(skip, first === null ? undefined : skip + first)]]),
        );
      },
    });
  return { unitOfWork: { read } as unknown as UnitOfWork };
}

describe('the log of refusals', () => {
  it('is the same whether it came along with the stream or is read', async () => {
    for (const [skip, first] of [
      [0, null],
      [0, 5],
      [18, 4],
      [20, 4],
      [25, null],
      [29, 9],
      [40, 3],
      [3, 0],
    ] as const) {
      const log = await refusalLogs(keeping([]))([LONG, SHORT], { skip, first });
      const part = (all: readonly StoredRefusal[]) =>
        all.slice(skip, first === null ? undefined : skip + first).map(({ id }) => id);
      expect(log.get('long')?.map(({ id }) => id)).toEqual(part(ALL));
      expect(log.get('short')?.map(({ id }) => id)).toEqual(part(SHORT.refusals));
    }
  });

  it('is read only for streams of which not all came along, and for all of them at once', async () => {
    const asked: (readonly string[])[] = [];
    const logs = refusalLogs(keeping(asked));
    await logs([LONG, SHORT], { skip: 0, first: null });
    await logs([LONG, SHORT], { skip: 20, first: null });
    await logs([SHORT], { skip: 0, first: null });
    expect(asked).toEqual([['long']]);
  });
});
