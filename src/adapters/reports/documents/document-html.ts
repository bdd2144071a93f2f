import { escapeHtml as text, sentenceHtml as sentence } from '../escape-html.js';
import { letterBadge } from '../html-matrix.js';
import { HTML_STYLE } from '../html-style.js';
import type { Block, Document, Part } from './document.js';
import { DOCUMENT_STYLE } from './document-style.js';
import { STRIP_STYLE, stripHtml } from './strip-html.js';
import { htmlPage } from '../html-page.js';

const LETTERS = ['R', 'A', 'C', 'I'] as const;

/** A document as one self-contained HTML page without script, for screens and for paper; cards begin on new paper. */
export function documentHtml(document: Document): string {
  const { title, facts, blocks, parts, cards } = document;
  return htmlPage(
    title,
    HTML_STYLE + DOCUMENT_STYLE + STRIP_STYLE,
    [
      `<header>\n<h1 dir="auto">${text(title)}</h1>`,
      factsLine(facts),
      ...blocks.map(blockHtml),
      '</header>',
      `<main>\n${parts.map(part).join('\n')}\n</main>`,
    ],
    ['doc', ...(cards ? ['cards'] : [])],
  );
}

function part({ heading, facts, blocks }: Part): string {
  return [
    `<section class="part">\n<h2 dir="auto">${text(heading)}</h2>`,
    ...(facts.length > 0 ? [factsLine(facts)] : []),
    ...blocks.map(blockHtml),
    '</section>',
  ].join('\n');
}

function factsLine(facts: readonly string[]): string {
  return `<p class="facts">${facts.map((fact) => `<bdi>${text(fact)}</bdi>`).join(' · ')}</p>`;
}

/** Words, a list, a table or a strip. */
export function blockHtml(one: Block): string {
  switch (one.kind) {
    case 'WORDS':
      return `<p dir="auto">${sentence(one.text)}</p>`;
    case 'LIST': {
      const [only, ...more] = one.items;
      if (only !== undefined && more.length === 0)
        return `<p class="one" dir="auto"><b>${text(one.title)}:</b>${sentence(only)}</p>`;
      const items = one.items.map((item) => `<li dir="auto">${sentence(item)}</li>`);
      return `<h3>${text(one.title)}</h3>\n<ul>\n${items.join('\n')}\n</ul>`;
    }
    case 'STRIP':
      return `<h3>${text(one.title)}</h3>\n${stripHtml(one.places)}`;
    case 'TABLE':
      return table(one);
  }
}

function table({ title, heads, rows, letters }: Extract<Block, { kind: 'TABLE' }>): string {
  const head = heads.map((name) => `<th scope="col">${text(name)}</th>`).join('');
  const body = rows.map((row) => {
    const cells = row.map((cell, column) => {
      if (letters.includes(column)) return `<td class="letters">${badges(cell)}</td>`;
      if (column === 0) return `<th scope="row"><bdi>${text(cell)}</bdi></th>`;
      return `<td dir="auto">${sentence(cell)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return [
    `<div class="scroll" role="region" aria-label="${text(title)}" tabindex="0"><table>`,
    `<caption class="title" dir="auto">${text(title)}</caption>`,
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>\n${body.join('\n')}\n</tbody></table></div>`,
  ].join('\n');
}

/** `R A*` as letters with their shapes and meanings. */
function badges(cell: string): string {
  return cell
    .split(' ')
    .map((word) => {
      const sign = word.endsWith('*') ? '*' : word.endsWith('!') ? '!' : '';
      const letter = LETTERS.find((one) => `${one}${sign}` === word);
      return letter ? letterBadge(letter, sign) : text(word);
    })
    .join('');
}
