import { escapeMarkdown as text } from '../escape-markdown.js';
import type { Block, Document, Place } from './document.js';

/** A document as GitHub-flavoured Markdown. */
export function documentMarkdown({ title, facts, blocks, parts }: Document): string {
  const sections = parts.flatMap((part) => [
    `## ${text(part.heading)}`,
    ...(part.facts.length > 0 ? [part.facts.map(text).join(' · ')] : []),
    ...part.blocks.flatMap(blockMarkdown),
  ]);
  const head = [`# ${text(title)}`, facts.map(text).join(' · '), ...blocks.flatMap(blockMarkdown)];
  return `${[...head, ...sections].join('\n\n')}\n`;
}

/** A block of a document, paragraph by paragraph. */
export function blockMarkdown(one: Block): string[] {
  switch (one.kind) {
    case 'WORDS':
      return [text(one.text)];
    case 'LIST': {
      const [only, ...more] = one.items;
      if (only !== undefined && more.length === 0) return [`**${text(one.title)}:** ${text(only)}`];
      return [`**${text(one.title)}**`, one.items.map((item) => `- ${text(item)}`).join('\n')];
    }
    case 'STRIP':
      return [
        `**${text(one.title)}**`,
        one.places
          .map((place, nth) => `${nth === 0 ? '' : place.joined ? ' → ' : '; '}${placeOf(place)}`)
          .join(''),
      ];
    case 'TABLE': {
      const rule = one.heads.map((_, column) => (one.letters.includes(column) ? ':-:' : '---'));
      const rows = one.rows.map((row) =>
        row.map((cell, column) => cellOf(cell, one.letters.includes(column))),
      );
      const lines = [one.heads.map(text), rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
      return [...(one.named ? [] : [`**${text(one.title)}**`]), lines.join('\n')];
    }
  }
}

function placeOf({ number, name, before, facts, notes }: Place): string {
  const told = [facts, ...notes].filter((part) => part !== '').join('; ');
  const way = before.length === 0 ? '' : `(${before.map(text).join(', ')}) → `;
  return `${way}${text(number)} ${text(name)}${told === '' ? '' : ` (${text(told)})`}`;
}

function cellOf(cell: string, letters: boolean): string {
  return letters && cell !== '' ? `**${text(cell)}**` : text(cell);
}
