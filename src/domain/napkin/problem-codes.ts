import type { Severity } from '../shared/index.js';

export interface NapkinProblemKind {
  readonly code: string;
  readonly severity: Severity;
  /** What the code tells, in one plain sentence. */
  readonly sentence: string;
}

/** Every problem that reading a napkin can tell, worst first. */
export const NAPKIN_PROBLEMS = [
  error('NOT_TEXT', 'The file is no plain text.'),
  error('EMPTY_NAPKIN', 'There is nothing in the text.'),
  error('NO_STEP', 'A stream has no step.'),
  error('DUPLICATE_STREAM', 'Two streams have one name.'),
  error('DUPLICATE_STEP', 'Two steps of one stream have one name; both are kept.'),
  error('UNREADABLE_VALUE', 'A value behind a mark or a line word cannot be read.'),
  error('PERCENT_OVER_100', 'A quality or an availability is over 100 %.'),
  error('SHARE_OVER_100', 'A share of the units is over 100 %.'),
  error('SHARES_DO_NOT_ADD_UP', 'The known shares of an `either` do not add up to 100 %.'),
  error('UNCLOSED_BLOCK', 'A `meanwhile` or an `either` has no `end`.'),
  error('TOO_DEEP', 'Blocks are nested deeper than the reader follows.'),
  warning('NO_STREAM_LINE', 'Steps stand in front of the first `stream` line.'),
  warning('BEFORE_STREAM', 'Lines that belong to a stream stand in front of its `stream` line.'),
  warning('UNKNOWN_WORD', 'A word is no line word and no mark; it is kept as a note.'),
  warning('SECOND_DEFINITION', 'Something is told a second time; the first stands.'),
  warning('MISSING_VALUE', 'A line word has nothing behind it.'),
  warning('NO_NAME', 'A line has marks and no name; it is kept as a note.'),
  warning('STRAY_END', 'An `end` closes no block.'),
  warning('ONE_BRANCH', 'A block has fewer than two branches.'),
  warning('LEAD_IN_NAME', 'A name ends in `lead` in front of a time.'),
  warning('MARK_WORD_IN_NAME', 'A name ends in `every`, `changeover` or `uptime` in front of a value.'),
  warning('AT_IN_NAME', 'A name holds an @ that names nobody.'),
  warning('THEN_WITHOUT_BRANCH', 'A `then` has no branch above it to continue.'),
  warning('SHARE_OUTSIDE_EITHER', 'A share stands in front of a line that is no branch of an `either`.'),
  warning('COLON_MISSING', 'The share of a branch has no colon behind it.'),
  warning('UNQUOTED_REASON', 'Words behind a value were read as its reason.'),
  warning('NOTHING_ABOVE', 'A pain belongs to the line above it, and there is none.'),
  warning('TOO_FEW_NAMES', 'A rule for several steps names fewer than two.'),
  warning('UNCLOSED_QUOTE', 'A quotation is not closed; its sign is read as a plain sign.'),
  warning('RANGE_REVERSED', 'A range names its larger end first; it is read the other way round.'),
  warning('STEP_BEHIND_FORCE', 'A step stands on the line of a force; it is read as a line of its own.'),
  warning('NEARLY_A_BLOCK', 'A line has nearly the words of a block; it is read as it is meant.'),
  warning(
    'NEARLY_A_LINE',
    'A line has nearly the words of a line of the notation; it is read as it is meant.',
  ),
  warning('BLOCK_WORD_IN_STEP', 'A line begins with a word of a block and is read as a step.'),
  warning('BRANCH_WITHOUT_SHARE', 'The shares of an `either` make 100 % without one of its branches.'),
  warning(
    'SHARE_BEHIND_NAME',
    'Percentages behind the names of an `either` make 100 % and may be its shares.',
  ),
  warning('NEARLY_A_LINE_WORD', 'A line begins with what is nearly a line word; it is read as a step.'),
  warning('WAIT_READ_AS_WORK', 'A line that speaks of waiting is read as a step with hands-on time.'),
  warning('SHARE_IN_PROSE', 'A percentage in a sentence is read as the share that is complete and accurate.'),
  hint('LIST_MARK', 'Bullets and numbers of a list are left out.'),
  hint('BROKEN_SIGN', 'A sign is one half of a pair and no text; it is replaced.'),
  hint('READ_AS_STREAM', 'A line that begins a stream might be meant as a step.'),
  hint('READ_AS_STEP', 'A line that begins with a line word has not its shape and is read as a step.'),
  hint('MARKS_IN_PAIN', 'Marks stand behind a `!` and belong to the text of the pain.'),
  hint('DOTS_IN_NAME', 'A name begins or ends in dots that leave something out; they count as part of it.'),
  hint('UNIT_UNKNOWN', 'A name ends in a number with letters that are no unit of time.'),
  hint('MARK_BEFORE_NAME', 'A mark stands in front of the name.'),
  hint(
    'HANDS_NOT_COUNTED',
    'Several people do a step today, and no mark says how many of them do it together.',
  ),
  hint('AMBIGUOUS_NUMBER', 'A number may be thousands or a fraction.'),
  hint('MORE_PROBLEMS', 'A line has more problems than are told.'),
] as const satisfies readonly NapkinProblemKind[];

/** The code of a problem of a napkin's text. */
export type NapkinProblemCode = (typeof NAPKIN_PROBLEMS)[number]['code'];

function error<Code extends string>(code: Code, sentence: string) {
  return { code, severity: 'ERROR' as const, sentence };
}

function warning<Code extends string>(code: Code, sentence: string) {
  return { code, severity: 'WARNING' as const, sentence };
}

function hint<Code extends string>(code: Code, sentence: string) {
  return { code, severity: 'INFO' as const, sentence };
}
