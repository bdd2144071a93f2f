import { columns, labelled, type Page } from './page.js';
import { displayWidth, visible } from './text-layout.js';

const LABEL_WIDTH = 27;
const VALUE_WIDTH = 12;

/** A value behind its label, and what it rests on beside it, or below it where the value is long. */
export function measureLine(label: string, value: string, aside: string, page: Page): string[] {
  const { paint } = page;
  const name = columns([[`  ${label}`, LABEL_WIDTH]]);
  const unknown = value === '?';
  const paints = { label: unknown ? paint.yellow : (text: string) => text, text: paint.dim };
  if (displayWidth(visible(value)) > VALUE_WIDTH || aside === '') {
    const below = aside === '' ? [] : labelled(page, '', aside, LABEL_WIDTH + 2, paints);
    return [...labelled(page, name, value, LABEL_WIDTH + 2), ...below];
  }
  const head = columns([
    [name, LABEL_WIDTH],
    [visible(value), VALUE_WIDTH],
  ]);
  return labelled(page, head, aside, LABEL_WIDTH + VALUE_WIDTH + 4, paints);
}
