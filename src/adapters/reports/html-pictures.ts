import type { ReportPicture } from '../../application/index.js';
import { escapeHtml as text } from './escape-html.js';

/** The pictures of the stream as they were drawn, a sheet of paper each when the page is printed. */
export function picturesSection(pictures: readonly ReportPicture[]): string {
  const figures = pictures.flatMap(({ title, sheets }) =>
    sheets.map((svg, nth) => {
      const name = sheets.length > 1 ? `${title}, sheet ${nth + 1} of ${sheets.length}` : title;
      return [
        '<figure class="sheet">',
        `<figcaption>${text(name)}</figcaption>`,
        `<div class="scroll" role="region" aria-label="${text(name)}" tabindex="0">`,
        `${svg.trimEnd()}</div>`,
        '</figure>',
      ].join('\n');
    }),
  );
  return `<section class="pictures">\n<h2>Pictures</h2>\n${figures.join('\n')}\n</section>`;
}
