import {
  measureByConvention,
  type ConventionName,
  type NamedFigure,
  type ValueStream,
} from '../../domain/index.js';
import { asTyped } from './convention-option.js';
import { figureText, labelled, section, type Page } from './page.js';
import { fit, pad } from './text-layout.js';

const LABEL_WIDTH = 34;

/** The measures that were asked for by name, each with its convention; nothing where none was. */
export function printConventions(
  stream: ValueStream,
  names: readonly ConventionName[],
  page: Page,
): string[] {
  const figures = measureByConvention(stream, names);
  const steps = new Map<string, string>(stream.steps.map(({ key, name }) => [key, name]));
  const lines = [...new Set(names)].flatMap((name) => {
    const own = figures.filter((one) => one.name === name);
    const [first] = own;
    if (!first) return [];
    return [
      ...labelled(page, '  ', `${first.title} (${asTyped(name)})`, 2, { text: page.paint.bold }),
      ...labelled(page, '    ', first.figure.convention, 4, { text: page.paint.dim }),
      ...own.flatMap((one) => figureLines(one, steps, page)),
    ];
  });
  return section(page, 'BY OTHER CONVENTIONS', 'as asked; the measures above are by our own', lines);
}

function figureLines(
  { step, line, figure }: NamedFigure,
  steps: ReadonlyMap<string, string>,
  page: Page,
): string[] {
  const about = step === null ? (line === null ? 'the stream' : `line ${line}`) : (steps.get(step) ?? step);
  const label = `    ${pad(fit(about, LABEL_WIDTH - 6), LABEL_WIDTH - 6)}  `;
  const why = figure.value === null ? `  ${figure.whyNot ?? ''}` : '';
  return labelled(page, label, `${figureText(figure)}${why}`, LABEL_WIDTH);
}
