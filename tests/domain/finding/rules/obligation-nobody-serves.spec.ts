import { describe, expect, it } from '@jest/globals';
import { found } from '../../../support/found.js';
import { planNapkin } from '../../../support/planned-napkin.js';

const CODE = 'OBLIGATION_NOBODY_SERVES';
const napkin = (mark: string): string =>
  `stream Bread\nowner: Ada\nsales:\nTake the order {order intake}\nfulfilment:\nKeep the books {bookkeeping} ${mark}\nobligation: Books "§ 238 HGB"\n`;

describe('obligation-nobody-serves', () => {
  it('finds an obligation that no step serves, with its source and its line', () => {
    expect(found(planNapkin(napkin('')), CODE)).toEqual([
      'The obligation "Books" (§ 238 HGB) on line 7 is served by no step of this stream. Write serves "Books" behind the step that meets it, unless one of another stream does.',
    ]);
  });

  it('is content where a step serves it', () => {
    expect(found(planNapkin(napkin('serves books')), CODE)).toEqual([]);
  });
});
