import {
  acceptDraft,
  designCompany,
  groundStream,
  growStructure,
  planStream,
  proposeStructure,
  readNapkin,
  structureFront,
  structureSensitivity,
  watched,
  type Solving,
  type StructureGround,
  type SuggestedCompany,
  type SuggestedStructure,
  type ValueStream,
  type Watch,
} from '../../domain/index.js';
import type { Designed, DesignKind, DesignQuestion, Designs, ToldStream } from '../ports/index.js';

/** Answers a question here and now; with somebody who looks on, they may end it. */
export function answerDesign<K extends DesignKind>(
  question: DesignQuestion<K>,
  solver: Solving['solver'],
  watch: Watch | null = null,
): Designed<K> {
  let endedEarly = false;
  const isEnough = (): boolean => {
    endedEarly ||= watch?.isEnough() ?? false;
    return endedEarly;
  };
  const looking = solver && watch ? watched(solver, { tell: watch.tell, isEnough }) : solver;
  const said: Said = (found) => (endedEarly ? saidEarly(found) : found);
  const answer = answered(question, { solver: looking, effort: question.effort }, said);
  return { answer, endedEarly };
}

/** The stream that was told. */
export function streamTold({ told, key, known, served }: ToldStream): ValueStream {
  const draft = typeof told === 'string' ? readNapkin(told).drafts[0] : told;
  if (!draft) throw new Error(`What was told of ${key ?? 'a stream'} holds no stream`);
  const { stream } = acceptDraft(draft, key === null ? { known } : { key, known });
  return served ? { ...stream, served } : stream;
}

/** What was found, with a word where it was ended early. */
type Said = <F extends SuggestedStructure | SuggestedCompany>(found: F) => F;

function answered(question: DesignQuestion, solving: Solving, said: Said): Designs[DesignKind][1] {
  const ground = groundStream(streamTold(question.stream), question.catalogue);
  const { limits } = question;
  switch (question.kind) {
    case 'PLAN':
      return planStream(
        { ...ground, suggested: said(proposeStructure(ground, limits, solving)) },
        question.decided,
      );
    case 'STRUCTURE':
      return said(proposeStructure(ground, limits, solving));
    case 'ALTERNATIVES':
      return structureFront(ground, limits, solving);
    case 'GROWTH':
      return growth(ground, question, solving);
    case 'SENSITIVITY':
      return sensitivity(ground, question, solving);
    case 'COMPANY':
      return said(designCompany([ground, ...othersOf(question)], limits, solving));
  }
}

function growth(
  ground: StructureGround,
  { kept, limits, times }: DesignQuestion<'GROWTH'>,
  solving: Solving,
): Designs['GROWTH'][1] {
  return growStructure(ground, { kept, limits, ...(times ? { times } : {}) }, solving);
}

function sensitivity(
  ground: StructureGround,
  { kept, limits, most }: DesignQuestion<'SENSITIVITY'>,
  solving: Solving,
): Designs['SENSITIVITY'][1] {
  return structureSensitivity(ground, { kept, limits, ...(most === null ? {} : { most }) }, solving);
}

function othersOf({ others, catalogue }: DesignQuestion<'COMPANY'>): StructureGround[] {
  return others.map((told) => groundStream(streamTold(told), catalogue));
}

const ENDED_EARLY =
  'The search was ended before it was done: better roles may exist, and what is told as proven is proven all the same.';

/** A structure that was ended early says so; other answers tell it beside themselves. */
function saidEarly<F extends SuggestedStructure | SuggestedCompany>(found: F): F {
  return 'notes' in found ? { ...found, notes: [...found.notes, ENDED_EARLY] } : found;
}
