import { describe, expect, it } from '@jest/globals';
import { found } from '../../../support/found.js';
import { planNapkin } from '../../../support/planned-napkin.js';

const CODE = 'READINESS_NEXT_RUNG';

describe('readiness-next-rung', () => {
  it('says how far the stream has climbed and what to find out first', () => {
    const [message] = found(planNapkin('stream Bread\nsales:\nSell\nfulfilment:\nBake\n'), CODE);
    expect(message).toMatch(/^"Bread" is connected\. To be measured, find out first: /);
  });

  it('tells of a sketch as well', () => {
    expect(found(planNapkin('stream Bread\nSell\nBake\n'), CODE)[0]).toContain('"Bread" is sketched');
  });
});
