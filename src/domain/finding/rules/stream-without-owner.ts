import type { FindingRule } from '../finding-rule.js';

/** Somebody answers for the result of the whole stream. */
export const streamWithoutOwner: FindingRule = {
  code: 'STREAM_WITHOUT_OWNER',
  severity: 'WARNING',
  norm: 'A stream has an owner who answers for its result from first contact to fulfilled promise.',
  check: ({ stream }) => {
    if (stream.owner !== null) return [];
    const { SALES, FULFILMENT } = stream.forceOwners;
    const parts = [
      ...(SALES === null ? [] : [`${SALES} answers for sales and marketing`]),
      ...(FULFILMENT === null ? [] : [`${FULFILMENT} answers for process and fulfilment`]),
    ];
    const partly = parts.length > 0 ? ` ${parts.join(', and ')}, and nobody for the promise as a whole.` : '';
    return [
      {
        message: `Nobody owns "${stream.name}": no one answers for its result from first contact to fulfilled promise.${partly} Name somebody: owner: NAME under the stream line.`,
        steps: [],
      },
    ];
  },
};
