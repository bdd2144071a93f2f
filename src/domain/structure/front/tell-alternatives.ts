import { formatNumber, formatPercent, type NonEmpty } from '../../shared/index.js';
import { howProven } from '../how-proven.js';
import { breadthOfPeople, generalistsOf, specialistsOf } from './role-breadth.js';
import type {
  AlternativeCharacter,
  AlternativeDraft,
  StructureAlternative,
  StructureFront,
} from './structure-alternative.js';

/** What one person does on average is told apart as narrow and wide from this ratio on. */
const TOLD_APART = 1.2;

const PLACES = {
  ONLY_ONE: 'Fewest people and fewest hand-offs',
  FEWEST_PEOPLE: 'Fewest people',
  IN_BETWEEN: 'In between',
  FEWEST_HAND_OFFS: 'Fewest hand-offs',
} as const;

/** Alternatives with names and sentences, each beside the others. */
export function tellAlternatives(
  drafts: readonly AlternativeDraft[],
  complete: boolean,
): Omit<StructureFront, 'today'> {
  const widths = drafts.map(({ proposal }) => breadthOfPeople(proposal.roles));
  const [least, most] = [Math.min(...widths), Math.max(...widths)];
  const isToldApart = most >= least * TOLD_APART;
  const characterOf = (width: number): AlternativeCharacter | null => {
    if (!isToldApart) return null;
    return width === least ? 'SPECIALISTS' : width === most ? 'GENERALISTS' : null;
  };
  const told = drafts.map((draft, at): StructureAlternative => {
    const character = characterOf(widths[at] ?? 0);
    const { roles } = draft.proposal;
    const named = { generalists: generalistsOf(roles), specialists: specialistsOf(roles) };
    return { ...draft, ...named, character, name: nameOf(draft, character), text: textOf(draft, drafts) };
  });
  const [first, ...others] = told;
  if (!first) throw new Error('A front has at least one alternative');
  const alternatives: NonEmpty<StructureAlternative> = [first, ...others];
  const [text, proof] = [frontText(alternatives, complete), proofOf(alternatives, complete)];
  return { kind: 'StructureFront', alternatives, complete, proof, text };
}

/** What is proven of the choice and of its ends. */
function proofOf(alternatives: NonEmpty<StructureAlternative>, complete: boolean): string {
  if (complete) return 'Proven: no structure within the limits beats one of them in both goals.';
  const [first] = alternatives;
  const ends = [...new Set([first, alternatives.at(-1) ?? first])];
  const told = ends.map((one) => {
    const { text } = howProven(one.proposal);
    return ends.length === 1 ? text : `${PLACES[one.place]}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  });
  return told.join(' ');
}

function nameOf({ place, positions }: AlternativeDraft, character: AlternativeCharacter | null): string {
  const name = place === 'IN_BETWEEN' ? `${PLACES[place]}, ${people(positions)}` : PLACES[place];
  return character === null ? name : `${name}: ${character.toLowerCase()}`;
}

function textOf(draft: AlternativeDraft, all: readonly AlternativeDraft[]): string {
  const { positions, proposal, widestRole, utilisation, isFloor, place } = draft;
  const roles = proposal.roles.length === 1 ? '1 role' : `${proposal.roles.length} roles`;
  const breadth = breadthOfPeople(proposal.roles);
  const width = `a person needs ${formatNumber(breadth)} capabilities on average and ${widestRole} at most`;
  const used =
    utilisation === null
      ? 'nothing is measured yet, so each role counts as the people that its steps need'
      : `${isFloor ? 'at least ' : ''}${formatPercent(utilisation)} of the planned hours are used${isFloor ? ' (not all of the work is measured)' : ''}`;
  const [first] = all;
  const against = place === 'ONLY_ONE' || !first || first === draft ? '' : ` ${againstFirst(draft, first)}`;
  const only =
    place === 'ONLY_ONE'
      ? ` ${draft.proven ? 'No' : 'As far as is known no'} structure within the limits has fewer people, and more people would not save a hand-off: there is nothing to choose between the two.${sharingOf(draft)}`
      : '';
  return `${people(positions)} in ${roles}; work changes hands ${times(draft)}; ${width}; ${used}.${against}${only}`;
}

/** What keeps work out of one role where nobody asked for it, and how to have it otherwise. */
function sharingOf({ proposal: { limits, roles } }: AlternativeDraft): string {
  if (roles.length < 2) return '';
  const most = limits.maxCapabilitiesPerRole;
  const breadth =
    most === null ? '' : `, at most ${most === 1 ? '1 capability' : `${formatNumber(most)} capabilities`}`;
  return ` Only kinds of work that usually go together, or that one person is seen doing today, share a role${breadth}; "keep together" in the limits puts steps of your choosing into one role, whatever they ask for.`;
}

/** What it costs in people and brings in hand-offs beside the alternative of fewest people. */
function againstFirst(draft: AlternativeDraft, first: AlternativeDraft): string {
  const more = people(draft.positions - first.positions);
  const [now, before] = [draft.handOffsPerWeek.value ?? 0, first.handOffsPerWeek.value ?? 0];
  const share = before > 0 ? ` (${formatPercent((before - now) / before)} of them)` : '';
  return `Against the fewest people it takes ${more} more and saves ${formatNumber(before - now)} hand-offs ${per(draft)}${share}.`;
}

function times(draft: AlternativeDraft): string {
  const value = draft.handOffsPerWeek.value ?? 0;
  if (value === 0) return 'never';
  return `${formatNumber(value)} times ${per(draft)}`;
}

function per({ handOffsPerWeek }: AlternativeDraft): string {
  return handOffsPerWeek.unit === 'PER_WEEK' ? 'a week' : 'for one unit';
}

function people(positions: number): string {
  return positions === 1 ? '1 position' : `${positions} positions`;
}

function frontText(alternatives: readonly StructureAlternative[], complete: boolean): string {
  const [only, ...others] = alternatives;
  const proof = complete
    ? 'It is proven that none is missing and that each is the best of its kind.'
    : 'Others between them may exist, and where it says "not proven" a better one may.';
  if (only && others.length === 0)
    return `One division of the work has both the fewest people and the fewest hand-offs. ${complete ? 'This is proven.' : 'This is not proven.'}`;
  return `${alternatives.length} divisions of the work, from fewest people to fewest hand-offs: each takes more people than the one before it, and work changes hands less often. ${proof}`;
}
