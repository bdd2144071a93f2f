import { describe, expect, it } from '@jest/globals';
import { BUILT_IN_CATALOGUE, groundStream } from '../../../src/domain/index.js';
import { personFit, skillNames, skillsOf } from '../../../src/domain/responsibility/index.js';
import { readNapkin } from '../../../src/domain/napkin/index.js';
import { acceptDraft, type ValueStream } from '../../../src/domain/stream/index.js';

function streamOf(text: string): ValueStream {
  const [draft] = readNapkin(text).drafts;
  if (!draft) throw new Error('the napkin holds no stream');
  return acceptDraft(draft).stream;
}

/** Every name, other name and neighbouring phrase of the catalogue, as somebody may write a step. */
const PHRASES = [
  ...new Set(
    BUILT_IN_CATALOGUE.entries.flatMap(({ name, aliases, related }) => [name, ...aliases, ...related]),
  ),
];

describe('what a person line says', () => {
  it('answers the step that is called just so, whatever else the name stands for', () => {
    const stream = streamOf(
      ['stream Every phrase', ...PHRASES, `person Ada {${PHRASES.join(', ')}}`].join('\n'),
    );
    const { demands, catalogue } = groundStream(stream, BUILT_IN_CATALOGUE);
    const [ada] = stream.people;
    if (!ada) throw new Error('there is no person');
    const skills = skillsOf(ada, catalogue);
    expect(PHRASES.length).toBeGreaterThan(900);
    expect(demands.filter((demand) => personFit(skills, demand) === 'LACKS')).toEqual([]);
  });

  it('tells one skill once, though it has two names', () => {
    const stream = streamOf('stream Shop\nAnswer the enquiry 5m\nperson Ada {Answer the enquiry}');
    const named = stream.people.map((person) => skillNames(skillsOf(person, BUILT_IN_CATALOGUE)));
    expect(named).toEqual([['Enquiry handling']]);
  });

  it('does not make who can do the one able to do what another name of it asks, until that is confirmed', () => {
    const stream = streamOf('stream Shop\nAnswer the enquiry 5m\nperson Ada {Enquiry handling}');
    const { demands, catalogue } = groundStream(stream, BUILT_IN_CATALOGUE);
    const [ada] = stream.people;
    const fits = demands.map((demand) => ada && personFit(skillsOf(ada, catalogue), demand));
    expect(fits).toEqual(['LACKS']);
  });
});
