import { printNapkinLines, readNapkinLines } from '../../../domain/index.js';
import { quoted } from './plain-flow.js';

/** The lines of a step under the name that the model gives it now; where that is another one, the old name is kept with it. */
export function renamed(lines: readonly string[], name: string): readonly string[] {
  const [first = '', ...rest] = lines;
  if (first === name || first.startsWith(`${name} `) || first.startsWith(quoted(name))) return lines;
  const { drafts } = readNapkinLines([{ number: 1, text: first }]);
  const line = drafts[0]?.lines.find(({ kind }) => kind === 'step');
  if (line?.kind !== 'step' || line.step.name === name.replace(/\s+/g, ' ').trim()) return lines;
  const step = { ...line.step, name, was: line.step.name };
  const { body } = printNapkinLines({ name: 'Stream', at: null, lines: [{ ...line, step }] });
  return [...body.map(({ text }) => text), ...rest];
}
