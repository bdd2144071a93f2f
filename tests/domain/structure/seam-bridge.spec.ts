import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { groundOf } from '../../support/stream-builder.js';
import { sketches } from '../../support/stream-sketches.js';
import { groundOfNapkin, proposalOf, rolesHolding } from '../../support/structure-of.js';
import { proposeStructure, type StructureProposal } from '../../../src/domain/structure/index.js';

const RULE = 'BRIDGES_THE_SEAM';

/** What every role that bridges the seam says of it. */
function bridgesIn({ roles }: Pick<StructureProposal, 'roles'>): readonly string[] {
  return roles.flatMap(({ why }) => why.filter(({ rule }) => rule === RULE).map(({ text }) => text));
}

function bridgesOf(text: string): readonly string[] {
  return bridgesIn(proposalOf(groundOfNapkin(text)));
}

const SADDLER = `stream Saddle order to paid saddle
demand: 10/week
sales:
Ask what the rider needs @Ines 30m {lead qualification}
Agree the price @Ines 20m {negotiation}
wait 3d for the deposit
fulfilment:
Write the order slip @Ines 10m {order processing}
Stitch the saddle @Bo 2h {stitching}
Write the bill @Ines 10m {billing}
`;

describe('a role that holds work of both forces', () => {
  it('is told as a bridge, with the hand-offs over the seam that it keeps inside and what they wait today', () => {
    expect(bridgesOf(SADDLER)).toEqual([
      'A bridge over the seam: work of sales and of fulfilment in one role keeps 10 hand-offs a week over the seam inside it: "Agree the price" to "Write the order slip" (10 a week, waiting 3 d on the way today).',
    ]);
  });

  it('counts what comes back over the seam too', () => {
    const returning = SADDLER.replace(
      'Stitch the saddle',
      'back to "Agree the price" 20%\nStitch the saddle',
    );
    expect(bridgesOf(returning)[0]).toMatch(
      /keeps 15 hand-offs a week over the seam .*"Write the order slip" to "Agree the price" \(2\.5 a week\)\.$/,
    );
  });

  it('counts for one unit where nobody has said how many enter', () => {
    expect(bridgesOf(SADDLER.replace('demand: 10/week\n', ''))[0]).toMatch(/keeps 1 hand-off for one unit/);
  });

  it('does not make up how often, where the share is not told', () => {
    const either = SADDLER.replace(
      'Write the order slip',
      'either\n  Send a saddle from stock @Bo 1h {stitching}\n  Write the order slip',
    ).replace('Stitch the saddle', 'end\nStitch the saddle');
    expect(bridgesOf(either)).toEqual([
      expect.stringMatching(
        /keeps hand-offs over the seam inside it: "Agree the price" to "Write the order slip" \(how often is not told/,
      ),
    ]);
  });

  it('is no bridge where work never passes the seam between its own steps', () => {
    const apart = SADDLER.replace('Write the order slip @Ines 10m {order processing}\n', '');
    const proposal = proposalOf(groundOfNapkin(apart));
    expect(rolesHolding(proposal, 'write-the-bill')).toEqual(rolesHolding(proposal, 'agree-the-price'));
    expect(bridgesIn(proposal)).toEqual([]);
  });

  it('is never there where a role has to stay within one force', () => {
    const limited = proposalOf(groundOfNapkin(SADDLER), { oneForcePerRole: true });
    expect(bridgesIn(limited)).toEqual([]);
  });

  it('is told exactly of the roles that hold both ends of a way over the seam', () => {
    let bridges = 0;
    fc.assert(
      fc.property(sketches(5), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (sketch, sales) => {
        const forced = sketch.steps.map((step, at) => ({
          ...step,
          force: sales[at] ? ('SALES' as const) : ('FULFILMENT' as const),
        }));
        const plain = groundOf({ ...sketch, steps: forced });
        const forceOf = new Map(plain.stream.steps.map(({ key, force }) => [key, force]));
        const transfers = plain.metrics.transfers.map((transfer) => ({
          ...transfer,
          seam: forceOf.get(transfer.from) !== forceOf.get(transfer.to),
        }));
        const proposal = proposeStructure({ ...plain, metrics: { ...plain.metrics, transfers } }, {});
        if (proposal.kind !== 'StructureProposal') return;
        for (const { steps, why } of proposal.roles) {
          const held = new Set(steps);
          const crosses = transfers.some(
            ({ from, to, seam, perUnit }) => seam && perUnit > 0 && held.has(from) && held.has(to),
          );
          expect(why.some(({ rule }) => rule === RULE)).toBe(crosses);
          if (crosses) bridges += 1;
        }
      }),
      { numRuns: 60, seed: 5 },
    );
    expect(bridges).toBeGreaterThan(5);
  });
});
