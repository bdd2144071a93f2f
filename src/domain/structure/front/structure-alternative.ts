import type { Figure, NonEmpty } from '../../shared/index.js';
import type { StructureProposal } from '../structure-proposal.js';
import type { ClosestToToday } from '../today/index.js';
import type { ChangedRoles } from './changed-roles.js';

/** Where between the two ends an alternative stands; ONLY_ONE is best at both. */
export type AlternativePlace = 'FEWEST_PEOPLE' | 'IN_BETWEEN' | 'FEWEST_HAND_OFFS' | 'ONLY_ONE';

/** Beside the other alternatives: people who need few capabilities each, or many. */
export type AlternativeCharacter = 'SPECIALISTS' | 'GENERALISTS';

/** One way to divide the work that no other beats in both people and hand-offs. */
export interface StructureAlternative {
  /** Equal for the same roles on the same ground. */
  readonly id: string;
  readonly place: AlternativePlace;
  /** null where the alternatives hardly differ in it. */
  readonly character: AlternativeCharacter | null;
  readonly name: string;
  /** What it is and what it costs against the others, in plain words. */
  readonly text: string;
  readonly positions: number;
  readonly handOffsPerWeek: Figure;
  /** Capabilities held by more than one role, each counted once less than the roles that hold it. */
  readonly fragmentation: number;
  /** Known work over what the positions can do; null where nothing is measured. */
  readonly utilisation: number | null;
  /** true where part of the work is not measured: positions and utilisation are at least so much. */
  readonly isFloor: boolean;
  /** Capabilities of the widest role, and of the average one. */
  readonly widestRole: number;
  readonly averageRole: number;
  /** Names of its roles that hold many capabilities beside the others, and of those that hold one where others hold more. */
  readonly generalists: readonly string[];
  readonly specialists: readonly string[];
  /** true where it is proven that none has fewer hand-offs with so few positions, nor fewer positions at so few hand-offs. */
  readonly proven: boolean;
  /** What no structure falls below in the first of its two goals that is not proven; empty where both are. */
  readonly bound: string;
  readonly proposal: StructureProposal;
  /** Against the alternative before it; null for the first. */
  readonly changes: ChangedRoles | null;
}

/** An alternative before it is told beside the others. */
export type AlternativeDraft = Omit<
  StructureAlternative,
  'name' | 'text' | 'character' | 'generalists' | 'specialists'
>;

/** The alternatives from fewest people to fewest hand-offs. */
export interface StructureFront {
  readonly kind: 'StructureFront';
  readonly alternatives: NonEmpty<StructureAlternative>;
  /** Beside them the roles that leave most work with who does it today; null where nobody is known to do anything. */
  readonly today: ClosestToToday | null;
  /** true where it is proven that none is missing. */
  readonly complete: boolean;
  /** What is proven of the choice, with the bounds of its ends where they are not. */
  readonly proof: string;
  /** How many there are and how they were found, in plain words. */
  readonly text: string;
}
