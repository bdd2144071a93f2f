/** Where a mistake may be planted. */
export type Ground =
  /** Between any two lines. */
  | 'ANYWHERE'
  /** Behind something that units pass. */
  | 'BELOW_A_LINE'
  /** Where nothing hangs below it: no loss, return or pain of the line above. */
  | 'BETWEEN_STEPS'
  /** In front of everything that units pass. */
  | 'FIRST'
  /** Right behind the line that opens a block. */
  | 'HEAD_OF_BLOCK'
  /** In front of an `end`, or at the end of the text. */
  | 'LAST'
  | 'OUTSIDE_BLOCKS'
  | 'OUTSIDE_EITHER'
  | 'END_OF_TEXT';

/** Lines with a mistake in them. What the message covers stands between ⟦ and ⟧; $step is the name of a step of the map. */
export interface Mistake {
  readonly code: string;
  readonly ground: Ground;
  readonly lines: readonly string[];
  /** Its first line begins a branch of a block, unless `then` stands in front of it. */
  readonly begins: boolean;
  /** The codes of what is told beside it because it follows from it, each at what stands between ⟪ and ⟫. */
  readonly brings: readonly string[];
}

/** A line that belongs to the one above it, or to the map as a whole. */
function line(code: string, ground: Ground, lines: string, brings: readonly string[] = []): Mistake {
  return { code, ground, lines: lines.split('\n'), begins: false, brings };
}

/** A line that is read as a step or as a block. */
function step(
  code: string,
  lines: string,
  ground: Ground = 'ANYWHERE',
  brings: readonly string[] = [],
): Mistake {
  return { code, ground, lines: lines.split('\n'), begins: true, brings };
}

const UNREAD = 'UNREADABLE_VALUE';
const TOO_MANY = Array.from({ length: 20 }, () => 'SECOND_DEFINITION');

/** What is wrong with one line or a few, whatever stands around them. */
export const MISTAKES: readonly Mistake[] = [
  line(UNREAD, 'ANYWHERE', 'wait ⟦3x⟧'),
  line(UNREAD, 'ANYWHERE', 'month: ⟦many⟧'),
  step(UNREAD, 'Weigh the crate @Ann ⟦10 fortnights⟧'),
  step(UNREAD, 'Weigh the crate 5m ⟦every xyz⟧'),
  step(UNREAD, 'Weigh the crate ⟦{weighing⟧'),
  step(UNREAD, 'Weigh the crate ⟦[Mail⟧'),
  step(UNREAD, 'Weigh the crate 5m ⟦@ Ann⟧'),
  step(UNREAD, 'Weigh the crate {⟦weighing 7⟧}'),
  step(UNREAD, 'Weigh the crate 5m ⟦asks⟧'),
  line(UNREAD, 'BELOW_A_LINE', 'lost ⟦40⟧'),
  line(UNREAD, 'BELOW_A_LINE', 'back to $step ⟦20⟧'),
  step(UNREAD, 'sometimes ⟦often⟧: Weigh the crate'),
  line(UNREAD, 'ANYWHERE', 'person Al ⟦40⟧ {selling}'),
  step('PERCENT_OVER_100', 'Weigh the crate @Ann 10m ⟦130%⟧'),
  step('PERCENT_OVER_100', 'Weigh the crate @Ann ⟦uptime 130%⟧'),
  line('SHARE_OVER_100', 'BELOW_A_LINE', '⟪lost ⟦140%⟧⟫', ['SHARES_OVER_100']),
  step('SHARE_OVER_100', 'Weigh it\n⟪⟪back to "Weigh it" ⟦140%⟧⟫⟫', 'BETWEEN_STEPS', [
    'SHARES_OVER_100',
    'ENDLESS_LOOP',
  ]),
  step('SHARE_OVER_100', 'sometimes ⟦140%⟧: Weigh the crate'),
  step('SHARES_DO_NOT_ADD_UP', '⟦either⟧\n  60%: Weigh the crate\n  60%: Count the crates\nend'),
  step('SHARES_DO_NOT_ADD_UP', '⟦either⟧\n  20%: Weigh the crate\n  30%: Count the crates\nend'),
  step('UNCLOSED_BLOCK', '⟦meanwhile⟧\n  Weigh the crate\n  Count the crates', 'END_OF_TEXT'),
  line('UNKNOWN_WORD', 'ANYWHERE', '⟦sale⟧:'),
  line('UNKNOWN_WORD', 'ANYWHERE', '⟦costumer⟧: Ann'),
  line('UNKNOWN_WORD', 'ANYWHERE', '⟦budget⟧: 300'),
  step('UNKNOWN_WORD', 'Collect 50% ⟦deposit⟧ @Ann'),
  step('UNKNOWN_WORD', 'Weigh the crate 10m ⟦(valeu)⟧'),
  step('SECOND_DEFINITION', 'Weigh the crate 10m ⟦20m⟧'),
  line('SECOND_DEFINITION', 'END_OF_TEXT', '⟦demand: 41/month⟧'),
  line('SECOND_DEFINITION', 'END_OF_TEXT', '⟦person ann 9h⟧'),
  line('MISSING_VALUE', 'ANYWHERE', '⟦customer:⟧'),
  line('NO_NAME', 'ANYWHERE', '⟦@Ann 10m⟧'),
  line('STRAY_END', 'OUTSIDE_BLOCKS', '⟦end⟧'),
  step('ONE_BRANCH', '⟦meanwhile⟧\n  Weigh the crate\nend'),
  step('ONE_BRANCH', '⟦either⟧\n  ?%: Weigh the crate\n  then Count the crates\nend'),
  step('LEAD_IN_NAME', '⟦Qualify lead⟧ 10m'),
  step('MARK_WORD_IN_NAME', '⟦Clean up every⟧ 1w'),
  step('AT_IN_NAME', 'Weigh the crate ⟦@ ⟧Bob 5m'),
  step('HANDS_NOT_COUNTED', '⟦Weigh the crate⟧ @Ann @Bob 5m'),
  step('THEN_WITHOUT_BRANCH', 'meanwhile\n  ⟦then Weigh the crate⟧\n  Count the crates\nend'),
  line('SHARE_OUTSIDE_EITHER', 'OUTSIDE_EITHER', '⟦20%⟧: Weigh the crate'),
  step('COLON_MISSING', 'either\n  ⟦80%⟧ Weigh the crate\n  20%: Count the crates\nend'),
  step('UNQUOTED_REASON', 'wait 2 weeks ⟦for the permit⟧'),
  line('UNQUOTED_REASON', 'BELOW_A_LINE', 'lost 4% ⟦to others⟧'),
  line('NOTHING_ABOVE', 'FIRST', '⟦! far too slow⟧'),
  line('NOTHING_ABOVE', 'HEAD_OF_BLOCK', '⟦! far too slow⟧'),
  line('NOTHING_ABOVE', 'FIRST', '⟦lost 20%⟧'),
  line('NOTHING_ABOVE', 'FIRST', '⟦back to "$step" 20%⟧'),
  line('TOO_FEW_NAMES', 'ANYWHERE', 'never together: ⟦$step⟧'),
  step('UNCLOSED_QUOTE', 'Weigh ⟦"⟧and count the crates @Ann'),
  step('RANGE_REVERSED', 'wait ⟦3-1d⟧'),
  step('RANGE_REVERSED', 'Weigh the crate @Ann ⟦3-1h⟧'),
  line('RANGE_REVERSED', 'BELOW_A_LINE', 'lost ⟦9-3%⟧'),
  line('STEP_BEHIND_FORCE', 'OUTSIDE_EITHER', 'sales: ⟦Weigh the crate @Ann⟧'),
  step('NEARLY_A_LINE_WORD', '⟦wiat 3d⟧'),
  step('NEARLY_A_LINE_WORD', '⟦Fulfillment⟧'),
  step('NEARLY_A_LINE_WORD', '⟦sometime 30%: Weigh the crate⟧'),
  line('NEARLY_A_LINE_WORD', 'OUTSIDE_EITHER', '⟦bck to $step 20%⟧'),
  step('WAIT_READ_AS_WORK', '⟦wait about 2 days⟧'),
  step('SHARE_IN_PROSE', 'Customer says yes in about ⟦50%⟧ of cases'),
  line('LIST_MARK', 'OUTSIDE_EITHER', '⟦- ⟧Weigh the crate'),
  step('BROKEN_SIGN', 'Weigh the ⟦\ud83d⟧ crate @Ann'),
  step('READ_AS_STREAM', '⟦Stream the opening night⟧\nWeigh the crate', 'END_OF_TEXT'),
  step('READ_AS_STEP', '⟦lost many⟧'),
  line('THEN_WITHOUT_BRANCH', 'OUTSIDE_BLOCKS', '⟦then weigh the crate⟧'),
  step('UNIT_UNKNOWN', 'Weigh the crate ⟦10q⟧'),
  step('DOTS_IN_NAME', 'Weigh the crate⟦…⟧'),
  step('MARK_BEFORE_NAME', '@Ann ⟦weighs the crate⟧'),
  step('AMBIGUOUS_NUMBER', 'stock ⟦1,200⟧'),
  step('MORE_PROBLEMS', `Weigh the crate 1m ${'⟪1m⟫ '.repeat(20)}⟦1m⟧ 1m`, 'ANYWHERE', TOO_MANY),
  line('NEARLY_A_BLOCK', 'OUTSIDE_EITHER', '⟦either 30%⟧\n  Weigh the crate\n  70%: Count the crates\nend'),
  step('NEARLY_A_LINE', '⟦WAIT: 1 week⟧'),
  step('NEARLY_A_LINE', '⟦Weigh the crate @Ann wait 2d⟧'),
  step('NEARLY_A_LINE', 'Weigh it\n⟦5% returned to Weigh it⟧', 'BETWEEN_STEPS'),
  step('SHARE_BEHIND_NAME', 'either\n  ⟦Weigh it 30%⟧\n  ⟪Count the crates 70%⟫\nend', 'ANYWHERE', [
    'SHARE_BEHIND_NAME',
  ]),
  step('MARKS_IN_PAIN', 'Weigh the crate @Ann ! slow ⟦30m 90%⟧'),
  step('BUFFER_LEADS_NOWHERE', 'Weigh it\n⟦wait 3d⟧\nafter "$step"\nCount the crates', 'END_OF_TEXT'),
  step('BACK_TO_ANOTHER_BRANCH', 'meanwhile\n  Saw it\n  Glue it\n  ⟦back to "Saw it" 10%⟧\nend'),
  step('LOSS_BEHIND_WAIT', 'Weigh it\nlost 10%\nwait 0d\n⟦lost 20%⟧', 'BETWEEN_STEPS'),
  line('CALENDAR_HALF_TOLD', 'ANYWHERE', 'week: ⟦4d⟧'),
  step('BLOCK_WORD_IN_STEP', '⟦or weigh the crate @Ann⟧', 'OUTSIDE_BLOCKS'),
  step('BRANCH_WITHOUT_SHARE', 'either\n  30%: Weigh it\n  ⟦Count the crates⟧\n  70%: Pack it\nend'),
  step('LEAD_SHORTER_THAN_PROCESS', 'Weigh the crate @Ann 3h lead ⟦1h⟧'),
  step('RHYTHM_WITHOUT_TIME', 'Weigh the crate @Ann every ⟦0d⟧'),
  step('NUMBER_OUT_OF_RANGE', 'wait ⟦900000d⟧'),
  step('NUMBER_OUT_OF_RANGE', 'Weigh the crate @Ann ⟦900000d⟧'),
  step('NUMBER_OUT_OF_RANGE', 'stock ⟦9000000000⟧'),
  step('UNKNOWN_NAME', 'Weigh the crate @Ann asks ⟦Zacharias⟧'),
  step('NEVER_HAPPENS', 'sometimes ⟦0%⟧: Weigh the crate'),
  step('NEVER_HAPPENS', 'either\n  ⟦0%⟧: Weigh the crate\n  100%: Count the crates\nend'),
  step('ENDLESS_LOOP', 'Weigh the crate @Ann\n⟦back to "Weigh the crate" 100%⟧', 'BETWEEN_STEPS'),
  step(
    'ENDLESS_LOOP',
    'Bid for it\n⟦after "Count the crates"⟧\nWeigh the crate\nafter "Weigh the crate"\nCount the crates',
    'END_OF_TEXT',
  ),
  step(
    'BACK_GOES_FORWARD',
    'Weigh the crate\n⟦back to "Count the crates" 10%⟧\nCount the crates',
    'OUTSIDE_BLOCKS',
  ),
  line('CALENDAR_OUT_OF_RANGE', 'ANYWHERE', 'year: ⟦400d⟧'),
  step('AFTER_WITHOUT_STEP', '⟦after "$step"⟧', 'LAST'),
  line('UNKNOWN_STEP_REFERENCE', 'BELOW_A_LINE', 'back to ⟦"Nowhere near here at all"⟧ 10%'),
  step('UNKNOWN_STEP_REFERENCE', 'Weigh the crate @Ann approves ⟦"Nobody does this"⟧'),
  line('UNKNOWN_STEP_REFERENCE', 'ANYWHERE', 'together: ⟦Nobody does this⟧, "$step"'),
  step('SHARES_OVER_100', 'Weigh the crate\nlost 60%\n⟦lost 60%⟧', 'BETWEEN_STEPS'),
];
