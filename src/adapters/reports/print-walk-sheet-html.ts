import type { WalkPage, WalkSheet } from '../../domain/index.js';
import { escapeHtml as text } from './escape-html.js';
import { WALK_SHEET_STYLE } from './walk-sheet-style.js';
import { HOW_TO_WALK, NOTHING_TO_ASK, pageFacts, placeOf, sheetFacts } from './walk-sheet-words.js';
import { htmlPage } from './html-page.js';

type Stop = WalkPage['stops'][number];
type Question = Stop['questions'][number];

/** The walk sheet as one page of HTML without script that prints on A4: a cover for whoever leads the walk, then new paper for each person. */
export function printWalkSheetHtml(sheet: WalkSheet): string {
  const title = `Walk sheet: ${sheet.stream.name}`;
  return htmlPage(title, WALK_SHEET_STYLE, [
    cover(sheet, title),
    ...sheet.pages.map((one) => page(one, sheet)),
  ]);
}

function cover(sheet: WalkSheet, title: string): string {
  const first = sheet.first.map(({ question, because, people }) => {
    const who = people.length > 0 ? ` <strong><bdi>${text(people.join(', '))}</bdi></strong>` : '';
    return `<li dir="auto">★ ${text(question)} ${text(because)}${who}</li>`;
  });
  const rows = sheet.pages.map(
    ({ person, does, questions, starred }) =>
      `<tr><th scope="row"><bdi>${text(person)}</bdi></th><td>${does}</td><td>${questions}</td><td>${starred === 0 ? '' : `★ ${starred}`}</td></tr>`,
  );
  const heads = ['Person', 'Steps', 'Questions', 'First']
    .map((head) => `<th scope="col">${head}</th>`)
    .join('');
  const asked = [
    `<h2>Who is asked</h2>\n<table><thead><tr>${heads}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`,
    `<h2>How to walk</h2>\n<ul>\n${HOW_TO_WALK.map((line) => `<li>${text(line)}</li>`).join('\n')}\n</ul>`,
  ];
  return [
    '<section class="cover">',
    headOf(text(title), sheetFacts(sheet)),
    ...(first.length > 0 ? [`<h2>Find out first</h2>\n<ul>\n${first.join('\n')}\n</ul>`] : []),
    ...(rows.length > 0 ? asked : [`<p>${NOTHING_TO_ASK}</p>`]),
    '</section>',
  ].join('\n');
}

function page(one: WalkPage, { stream }: WalkSheet): string {
  return [
    '<section class="page">',
    headOf(text(one.person), [stream.name, ...pageFacts(one)]),
    ...one.stops.map(stop),
    '</section>',
  ].join('\n');
}

function headOf(title: string, facts: readonly string[]): string {
  const told = facts.map((fact) => `<bdi>${text(fact)}</bdi>`).join(' · ');
  return [
    '<div class="head">',
    `<div><h1 dir="auto">${title}</h1><p class="facts">${told}</p></div>`,
    '<div class="fields"><div>Day</div><div>Asked by</div></div>',
    '</div>',
  ].join('\n');
}

function stop({ position, name, line, questions, typeBack }: Stop): string {
  const number = position === null ? '' : `<span class="no">${position}</span> `;
  const where = line === null ? '' : ` <span class="where">line ${line}</span>`;
  const lines = typeBack.map((one) => `<dt>${placeOf(one)}</dt><dd dir="auto">${text(one.text)}</dd>`);
  return [
    `<h2 dir="auto">${number}${text(name)}${where}</h2>`,
    ...questions.map(question),
    ...(lines.length > 0 ? [`<div class="back"><dl>\n${lines.join('\n')}\n</dl></div>`] : []),
  ].join('\n');
}

function question({ starred, text: words, today, unit, choices }: Question): string {
  const known = today === null ? '' : `<span class="today" dir="auto">Today: ${text(today)}</span>`;
  const mark = starred ? '<span aria-label="to find out first">★</span>' : '';
  return [
    '<div class="question">',
    `<div class="mark">${mark}</div>`,
    `<div class="asked" dir="auto">${text(words)}${known}</div>`,
    choices.length > 0 ? boxes(choices) : `<div class="blank"><span class="unit">${text(unit)}</span></div>`,
    '</div>',
  ].join('\n');
}

/** Behind the last box there is a line to write on. */
function boxes(choices: readonly string[]): string {
  const items = choices.map((choice, nth) => {
    const line = nth === choices.length - 1 ? '<span class="line"></span>' : '';
    return `<li><span class="box"></span><bdi>${text(choice)}</bdi>${line}</li>`;
  });
  return `<ul class="choices">${items.join('')}</ul>`;
}
