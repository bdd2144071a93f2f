import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { BUILT_IN_CATALOGUE } from '../../../src/domain/capability/index.js';
import { readNapkin } from '../../../src/domain/napkin/index.js';
import { acceptDraft } from '../../../src/domain/stream/index.js';
import {
  designCompany,
  groundStream,
  proposeStructure,
  structureFront,
  type StructureGround,
} from '../../../src/domain/structure/index.js';
import { putTogether } from '../../support/put-together.js';
import { checked } from '../../support/stream-sketches.js';
import { violationsOf } from '../../support/structure-checker.js';

const root = new URL('../../../', import.meta.url);

/** The streams of all napkins in a folder that can be read as they stand, by the file they are in. */
function streamsIn(folder: string): (readonly [file: string, ground: StructureGround])[] {
  return readdirSync(new URL(folder, root))
    .filter((file) => file.endsWith('.napkin'))
    .flatMap((file) =>
      readNapkin(readFileSync(new URL(`${folder}/${file}`, root), 'utf8')).drafts.map(
        (draft) => [file, groundStream(acceptDraft(draft).stream, BUILT_IN_CATALOGUE)] as const,
      ),
    )
    .filter(([, ground]) => proposeStructure(ground, {}).kind === 'StructureProposal');
}

const firms = [...streamsIn('seeds'), ...streamsIn('tests/trades')];

describe('the roles of small firms keep every limit and tell their figures truly, by a checker of its own', () => {
  it('of the seeds and all trades', () => {
    expect(firms.length).toBeGreaterThanOrEqual(20);
  });

  it.each(firms)('%s: what is proposed, each alternative, and what is closest to today', (_, ground) => {
    const [proposal, front] = [proposeStructure(ground, {}), structureFront(ground, {})];
    if (proposal.kind !== 'StructureProposal' || front.kind !== 'StructureFront') throw new Error('no roles');
    const today = front.today ? [front.today.proposal] : [];
    for (const one of [proposal, ...front.alternatives.map((each) => each.proposal), ...today])
      expect(violationsOf(ground, checked({}), one)).toEqual([]);
  });

  it('and of companies put together of them', () => {
    const inThrees = firms.flatMap((_, at) => (at % 3 === 0 ? [firms.slice(at, at + 3)] : []));
    for (const some of inThrees) {
      const streams = some.map(([, ground]) => ground);
      const company = designCompany(streams, {});
      if (company.kind !== 'CompanyStructure') throw new Error(JSON.stringify(company));
      expect(violationsOf(putTogether(streams), checked({}), company.proposal)).toEqual([]);
    }
  });
});
