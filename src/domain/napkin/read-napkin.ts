import { foldName, type Problem, type TextPlace } from '../shared/index.js';
import type { DraftLine, StreamDraft } from '../stream/index.js';
import { buildLines } from './build-lines.js';
import { checkRepeats } from './check-repeats.js';
import { checkAbove } from './check-shares.js';
import { kindOfText, tellListMarks, tellNotText } from './check-text.js';
import type { Item } from './item.js';
import { newProblemList, echo, type ProblemList } from './problem-list.js';
import { readItems, type Section } from './read-items.js';
import { streamSlip } from './line-slip.js';
import { settleNames } from './settle-names.js';
import { placeOf, skipSpaces, wordsIn, type Line } from './span.js';
import { splitLines, tellBrokenSigns } from './split-lines.js';
import { UNNAMED_STREAM } from './stream-line.js';
import { tellUnclosed } from './tell-unclosed.js';

/** What a reader makes of a text: at least one draft, and every problem in the order of the text. */
export interface NapkinDrafts {
  readonly drafts: StreamDraft[];
  readonly problems: Problem[];
}

/** Reads a napkin. Never throws, drops no named step, and takes time in proportion to the length of the text. */
export function readNapkin(text: string): NapkinDrafts {
  const kind = kindOfText(text);
  const problems = newProblemList();
  const lines = kind === 'BINARY' ? [] : splitLines(text);
  const drafts = draftsOf(lines, problems);
  tellListMarks(lines, problems);
  if (kind === 'TEXT') tellBrokenSigns(text, problems);
  if (kind === 'TEXT') return { drafts, problems: problems.sorted() };
  const only = newProblemList();
  tellNotText(splitLines(text), text, only);
  return { drafts, problems: only.sorted() };
}

/** Reads lines of the notation that were written elsewhere, such as the rows of a table: each says itself where its parts stand. */
export function readNapkinLines(lines: readonly Line[]): NapkinDrafts {
  const problems = newProblemList();
  const drafts = draftsOf(lines, problems);
  return { drafts, problems: problems.sorted() };
}

function draftsOf(lines: readonly Line[], problems: ProblemList): StreamDraft[] {
  const sections = prelude(readItems(lines, problems), problems);
  for (const section of sections) tellUnclosed(section, lines, problems);
  const drafts = sections.map((section) => draftOf(section, problems));
  tellSecondStreams(sections, problems);
  tellEmpty(sections, drafts, problems);
  return drafts;
}

/** The lines in front of the first `stream` line: remarks stand above it, steps make a stream without a name. */
function prelude(sections: readonly Section[], problems: ProblemList): (Section & { above?: Item[] })[] {
  const [before, first, ...others] = sections;
  if (before === undefined) return [];
  const told = before.items.filter(({ body }) => body.kind !== 'blank' && body.kind !== 'comment');
  const hasStep = told.some(({ body }) => body.kind === 'step');
  const opening = told[0];
  if (first === undefined || hasStep) {
    if (hasStep && opening !== undefined) tellNoStreamLine(opening, before.items, problems);
    return first === undefined ? [before] : [before, first, ...others];
  }
  if (opening === undefined) return [{ ...first, above: before.items }, ...others];
  problems.add('BEFORE_STREAM', opening.at, {
    message: `This line stands in front of the \`stream\` line; it is read as part of the stream below it.`,
    suggestion: `Move it behind line ${first.opening?.at.line ?? 1}.`,
  });
  const unclosed = [...before.unclosed, ...first.unclosed];
  return [{ ...first, items: [...before.items, ...first.items], unclosed }, ...others];
}

function tellNoStreamLine(opening: Item, items: readonly Item[], problems: ProblemList): void {
  if (streamSlip(opening.span) !== null) {
    problems.add('NO_STREAM_LINE', opening.at, {
      message: `These steps belong to no stream yet, and ${echo(wordsIn(opening.span))} is read as the first step of ${echo(UNNAMED_STREAM)}.`,
      suggestion: 'Put the first word of the line right.',
    });
    return;
  }
  if (isTitle(opening, items)) {
    const title = wordsIn(opening.span).replace(/ ?(?:…|\.{2,})$/, '');
    problems.add('NO_STREAM_LINE', opening.at, {
      message: `These steps belong to no stream yet, and ${echo(wordsIn(opening.span))} stands alone above them: it is read as the first step of ${echo(UNNAMED_STREAM)}.`,
      suggestion: `If it says what turns into what, write \`stream\` in front of it: stream ${title}.`,
      fix: { place: startOf(opening), replacement: 'stream ' },
    });
    return;
  }
  problems.add('NO_STREAM_LINE', opening.at, {
    message: `These steps belong to no stream yet; they are read as ${echo(UNNAMED_STREAM)}.`,
    suggestion: 'Write a first line that says what turns into what: stream Enquiry to paid job.',
    fix: { place: startOf(opening), replacement: `stream ${UNNAMED_STREAM}\n` },
  });
}

/** A line without marks, with an empty line below it and steps below that: mostly the name of all of it. */
function isTitle(opening: Item, items: readonly Item[]): boolean {
  const { body, span, share, then } = opening;
  const at = items.indexOf(opening);
  const below = items[at + 1]?.body.kind;
  if (body.kind !== 'step' || below !== 'blank' || share !== undefined || then) return false;
  return body.step.name === wordsIn(span) && items.slice(at + 2).some((item) => item.body.kind === 'step');
}

/** In front of a list mark too. */
function startOf({ span }: Item): TextPlace {
  const start = skipSpaces(span.line.text, 0, span.from);
  return placeOf({ ...span, from: start, to: start });
}

function draftOf(section: Section & { above?: Item[] }, problems: ProblemList): StreamDraft {
  const items = withoutOuterBlanks(section.items);
  const settled = checkRepeats(settleNames(items, problems), problems);
  checkAbove(settled, problems);
  const lines = buildLines(settled, problems);
  const { opening } = section;
  const draft = { name: streamName(section), at: opening?.at ?? null, lines };
  const above = buildLines(withoutOuterBlanks(section.above ?? []), problems);
  const comment = opening?.comment ?? null;
  return { ...draft, ...(comment === null ? {} : { comment }), ...(above.length === 0 ? {} : { above }) };
}

function streamName({ opening }: Section): string {
  return opening?.body.kind === 'stream' ? opening.body.name : UNNAMED_STREAM;
}

function withoutOuterBlanks(items: readonly Item[]): readonly Item[] {
  const from = items.findIndex(({ body }) => body.kind !== 'blank');
  const to = items.findLastIndex(({ body }) => body.kind !== 'blank');
  return from < 0 ? [] : items.slice(from, to + 1);
}

function tellSecondStreams(sections: readonly Section[], problems: ProblemList): void {
  const lines = new Map<string, number>();
  for (const section of sections) {
    const name = streamName(section);
    const at = section.opening?.at;
    const first = lines.get(foldName(name));
    if (first === undefined) lines.set(foldName(name), at?.line ?? 1);
    else if (at !== undefined) {
      problems.add('DUPLICATE_STREAM', at, {
        message: `A stream called ${echo(name)} begins on line ${first} already.`,
        suggestion: 'Give one of the two another name.',
      });
    }
  }
}

function tellEmpty(
  sections: readonly Section[],
  drafts: readonly StreamDraft[],
  problems: ProblemList,
): void {
  const empty = sections.every(({ opening, items }) => opening === null && items.length === 0);
  if (empty) {
    problems.add(
      'EMPTY_NAPKIN',
      { line: 1, column: 1, length: 0 },
      {
        message: 'There is nothing in this text.',
        suggestion: 'Write one step on each line, in the order in which work passes through them.',
      },
    );
    return;
  }
  drafts.forEach((draft, index) => {
    if (holdsStep(draft.lines)) return;
    const at = draft.at ?? sections[index]?.items[0]?.at ?? { line: 1, column: 1, length: 0 };
    problems.add('NO_STEP', at, {
      message: `The stream ${echo(draft.name)} has no step.`,
      suggestion: 'Write one step on each line, in the order in which work passes through them.',
    });
  });
}

function holdsStep(lines: readonly DraftLine[]): boolean {
  return lines.some((line) => {
    if (line.kind === 'step') return true;
    const block = line.kind === 'meanwhile' || line.kind === 'either';
    return block && line.branches.some((branch) => holdsStep(branch.lines));
  });
}
