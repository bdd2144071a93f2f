import { describe, expect, it } from '@jest/globals';
import { follow } from '../../../src/application/events/follow.js';
import { inProcessEvents } from '../../../src/application/events/in-process-events.js';
import type { Happening } from '../../../src/application/index.js';

const revised = (revision: number): Happening => ({ kind: 'REVISED', streamId: 's', revision });
const numberOf = (one: Happening): number | null => (one.kind === 'REVISED' ? one.revision : null);
const told = async (asked: Promise<IteratorResult<number>>) => (await asked).value as number | undefined;

describe('following what happens', () => {
  it('tells each that is of concern, in order, whether it was asked for before or after', async () => {
    const events = inProcessEvents();
    const following = follow(events, { pick: numberOf, latest: false });
    const asked = following.next();
    events.publish({ kind: 'DESIGN', designId: 'd' });
    for (const nth of [1, 2, 3]) events.publish(revised(nth));
    expect([await told(asked), await told(following.next()), await told(following.next())]).toEqual([
      1, 2, 3,
    ]);
  });

  it('tells who is slow the latest only, where only that counts', async () => {
    const events = inProcessEvents();
    const following = follow(events, { pick: numberOf, latest: true, first: 0 });
    expect(await told(following.next())).toBe(0);
    for (const nth of [1, 2, 3]) events.publish(revised(nth));
    expect(await told(following.next())).toBe(3);
  });

  it('ends after the last, and at once where whoever follows leaves, also while they wait', async () => {
    const events = inProcessEvents();
    const toThree = follow(events, { pick: numberOf, latest: true, isLast: (one) => one === 3 });
    for (const nth of [2, 3, 4]) events.publish(revised(nth));
    expect([await told(toThree.next()), (await toThree.next()).done]).toEqual([3, true]);
    const leaving = follow(events, { pick: numberOf, latest: false });
    const waiting = leaving.next();
    await leaving.return?.();
    expect((await waiting).done).toBe(true);
    events.publish(revised(5));
    expect((await leaving.next()).done).toBe(true);
  });

  it('tells who falls too far behind to begin again, and keeps nothing more for them', async () => {
    const events = inProcessEvents();
    const following = follow(events, { pick: numberOf, latest: false });
    for (let nth = 0; nth < 1_002; nth += 1) events.publish(revised(nth));
    await expect(following.next()).rejects.toThrow('Subscribe again');
  });

  it('tells who may have missed something to begin again, whether they wait or ask later', async () => {
    const events = inProcessEvents();
    const [waits, asksLater] = [1, 2].map(() => follow(events, { pick: numberOf, latest: true }));
    const waiting = waits?.next();
    events.publish(revised(1));
    await waiting;
    const next = waits?.next();
    events.publish({ kind: 'MISSED' });
    events.publish(revised(2));
    await expect(next).rejects.toThrow('may not have been told');
    expect((await waits?.next())?.done).toBe(true);
    await expect(asksLater?.next()).rejects.toThrow('Subscribe again');
    expect((await asksLater?.next())?.done).toBe(true);
  });
});
