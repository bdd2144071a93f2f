import { readNapkin } from '../../../src/domain/napkin/index.js';
import type { DraftLine, DraftStep } from '../../../src/domain/stream/index.js';

/** The lines of a napkin of one stream that needs no stream line. */
export function linesOf(text: string): readonly DraftLine[] {
  return readNapkin(text).drafts[0]?.lines ?? [];
}

/** The kinds of those lines, in order. */
export function kindsOf(text: string): string[] {
  return linesOf(text).map(({ kind }) => kind);
}

/** The steps of a napkin in the order of its text, those in blocks included. */
export function stepsOf(text: string): DraftStep[] {
  return readNapkin(text).drafts.flatMap(({ lines }) => stepsIn(lines));
}

function stepsIn(lines: readonly DraftLine[]): DraftStep[] {
  return lines.flatMap((line) => {
    if (line.kind === 'step') return [line.step];
    const block = line.kind === 'meanwhile' || line.kind === 'either';
    return block ? line.branches.flatMap((branch) => stepsIn(branch.lines)) : [];
  });
}

/** The one step of a line. */
export function stepOf(text: string): DraftStep {
  const [step] = stepsOf(text);
  if (step === undefined) throw new Error(`no step in ${text}`);
  return step;
}

/** Every problem as `line:column+length CODE`, hints and the missing stream line left out. */
export function problemsOf(text: string): string[] {
  return readNapkin(text)
    .problems.filter(({ code, severity }) => severity !== 'INFO' && code !== 'NO_STREAM_LINE')
    .map(({ code, place }) => `${place?.line}:${place?.column}+${place?.length} ${code}`);
}
