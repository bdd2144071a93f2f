import fc from 'fast-check';

/** Words that lie in wait for a reader: line words, marks, quotes, numbers, signs. */
const WORD = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'Visit',
      'price',
      'the',
      'job',
      'Order',
      'größe',
      '見積',
      'crew',
      'A/B',
      "owner's",
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...[
        'wait',
        'stock',
        'lost',
        'back',
        'to',
        'after',
        'then',
        'end',
        'stop',
        'either',
        'meanwhile',
        'or',
        'else',
        'if',
        'and',
        'person',
      ],
      ...[
        'stream',
        'sometimes',
        'lead',
        'asks',
        'tells',
        'checks',
        'every',
        'was:',
        'sales:',
        'customer:',
        'note:',
      ],
      ...[
        '10m',
        '3',
        '40%',
        'x3',
        '(value)',
        '[a]',
        '{b',
        '@Dana',
        '@',
        '#',
        '!',
        '"',
        '“x”',
        '\\',
        '\\"',
        ',',
        '1.',
      ],
      ...[
        '-',
        '•',
        '~2d',
        '1-3d',
        '7h',
        '40',
        '?',
        '20%:',
        'fifo',
        'pull',
        'never',
        'together:',
        '(licence)',
        '5',
        ';',
      ],
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }) },
);

const clean = (text: string): string =>
  text
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== '')
    .join(' ');

/** A name of one to four words. */
export const NAME = fc
  .array(WORD, { minLength: 1, maxLength: 4 })
  .map((words) => clean(words.join(' ')))
  .filter((name) => name !== '');
