import { escapeHtml as text } from '../escape-html.js';
import type { Place } from './document.js';

/** What a strip looks like: boxes that wrap, what comes before each on its arrow. */
export const STRIP_STYLE = `
ol.strip { list-style: none; display: flex; flex-wrap: wrap; gap: .6rem .2rem; margin: .5rem 0; padding: 0; max-width: none; }
ol.strip li { display: flex; align-items: stretch; max-width: 100%; } ol.strip li.apart { margin-left: 1.2rem; }
ol.strip .way { align-self: center; min-width: 1.6rem; padding: 0 .3rem; text-align: center; font-size: .7rem;
  line-height: 1.2; color: var(--soft); }
ol.strip .way::after { content: "→"; display: block; font-size: .95rem; color: var(--ink); }
ol.strip .way.afresh::after { content: "|→"; } ol.strip .place { width: 7.2rem; padding: .25rem .45rem; border: 1.5px solid var(--ink); font-size: .78rem;
  line-height: 1.25; overflow-wrap: anywhere; }
ol.strip .place.outside { border-style: dashed; } ol.strip .place b { display: block; }
ol.strip .place span { display: block; color: var(--soft); font-size: .7rem; }
@media print { ol.strip { gap: 1.2mm 0; } ol.strip li { break-inside: avoid; } }`;

/** The steps of a stream as boxes in their order, without any script. */
export function stripHtml(places: readonly Place[]): string {
  const items = places.map(({ number, name, before, joined, afresh, facts, notes, outside }, nth) => {
    const under = [facts, ...notes].filter((part) => part !== '').map((part) => `<span>${text(part)}</span>`);
    const way = !joined
      ? ''
      : `<span class="way${afresh ? ' afresh' : ''}">${before.map(text).join('<br>')}</span>`;
    const head = `<b dir="auto">${text(number)} ${text(name)}</b>`;
    return `<li${joined || nth === 0 ? '' : ' class="apart"'}>${way}<div class="place${outside ? ' outside' : ''}">${head}${under.join('')}</div></li>`;
  });
  return `<ol class="strip">\n${items.join('\n')}\n</ol>`;
}
