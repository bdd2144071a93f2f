import type { Line } from './span.js';

const MARK = '^ *(?:[-*•] +)?';
const END = new RegExp(
  `${MARK}end(?:if|[ -]?(?:either|meanwhile|if|or|parallel|both|block))? ?[.;:]? *(?:#.*)?$`,
  'i',
);
const OPEN = new RegExp(
  `${MARK}(?:[^#"]{0,40}[ :])?(?:meanwhile|either) ?:? *(?:#.*)?$|${MARK}either ?:? ?[~≈]? ?\\d`,
  'i',
);
const STREAM = new RegExp(`${MARK}stream +`, 'i');

/** For each line how many lines below it, in its stream, close a block that none of the lines between opens. */
export function countEndsBelow(lines: readonly Line[]): readonly number[] {
  const counts: number[] = [];
  let open = 0;
  for (let at = lines.length - 1; at >= 0; at--) {
    counts[at] = open;
    const text = lines[at]?.text ?? '';
    if (!/end|either|meanwhile|stream/i.test(text)) continue;
    if (END.test(text)) open += 1;
    else if (OPEN.test(text)) open = Math.max(0, open - 1);
    else if (STREAM.test(text)) open = 0;
  }
  return counts;
}
