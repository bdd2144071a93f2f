/** The look of the HTML report: one column of reading, wide tables that scroll, light and dark, and A4 paper. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --ink: #1b2430; --soft: #55606e; --paper: #ffffff; --wash: #f3f5f8;
  --rule: #d5dbe3; --strong: #14508c; --error: #a4161a; --warning: #8a5200; --info: #2a5b8c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf1; --soft: #a7b1bd; --paper: #14181e; --wash: #1e242c;
  --rule: #38424e; --strong: #8cc0f5; --error: #ff9b9b; --warning: #f2c078; --info: #9cc8f2; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 76rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.25rem; margin: 2.6rem 0 .8rem; padding-bottom: .3rem; border-bottom: 2px solid var(--rule); }
h3 { font-size: 1rem; margin: 1.4rem 0 .3rem; }
p, ul { margin: .4rem 0; max-width: 52rem; }
ul { padding-left: 1.3rem; }
.facts, .soft { color: var(--soft); }
.facts { margin: 0 0 1.2rem; }
.head { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0; max-width: 52rem; }
.head dt { font-weight: 600; } .head dd { margin: 0; }
.scroll { overflow-x: auto; margin: .8rem 0; }
.scroll:focus-visible { outline: 3px solid var(--strong); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; color: var(--soft); padding-bottom: .4rem; }
caption.title { color: var(--ink); font-size: 1rem; font-weight: 700; }
th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: top; }
thead th { background: var(--wash); border-bottom: 2px solid var(--rule); vertical-align: bottom; }
tbody th { font-weight: 600; min-width: 9rem; }
tbody th.force { background: var(--wash); color: var(--soft); font-size: .8rem; letter-spacing: .04em; }
.matrix table { width: auto; min-width: 60%; }
.matrix.many th, .matrix.many td { padding-inline: .35rem; }
.matrix tbody th.step { position: sticky; left: 0; background: var(--paper); min-width: 15rem; }
.matrix thead th.role { text-align: center; max-width: 8rem; }
.matrix.many thead th.role span { display: inline-block; writing-mode: vertical-rl; transform: rotate(180deg);
  max-height: 12rem; text-align: left; line-height: 1.2; }
.matrix td.letters { text-align: center; white-space: nowrap; min-width: 3rem; }
.matrix.many td.letters { min-width: 2.2rem; } .matrix.many tbody th.step { min-width: 13rem; }
.matrix.many td.notes { min-width: 10rem; overflow-wrap: anywhere; }
.matrix td.notes { color: var(--soft); min-width: 12rem; }
.no { color: var(--soft); font-weight: 400; white-space: nowrap; font-variant-numeric: tabular-nums; }
.letter { display: inline-block; min-width: 1.65em; padding: .05em .35em; margin: 0 .08em; font-weight: 700;
  text-align: center; text-decoration: none; border: 2px solid currentColor; border-radius: .25em; }
.letter.A { background: var(--ink); color: var(--paper); border-color: var(--ink); }
.letter.R { border-color: var(--strong); color: var(--strong); }
.letter.C { border-style: dashed; border-radius: 1em; font-weight: 600; }
.letter.I { border-style: dotted; border-color: var(--rule); font-weight: 400; }
.severity { font-weight: 700; } .severity.error { color: var(--error); }
.severity.warning { color: var(--warning); } .severity.info { color: var(--info); }
code { font: .85em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; color: var(--soft); }
.findings { list-style: none; padding: 0; } .findings li { margin: .7rem 0; padding-left: .8rem;
  border-left: 4px solid var(--rule); }
.findings li.error { border-color: var(--error); } .findings li.warning { border-color: var(--warning); }
figure.sheet { margin: 1rem 0 1.6rem; } figure.sheet figcaption { color: var(--soft); font-size: .9rem; }
figure.sheet svg { display: block; width: 100%; min-width: 60rem; height: auto; border: 1px solid var(--rule); }
@page { size: A4; margin: 14mm; }
@page wide { size: A4 landscape; margin: 12mm; }
@page sheet { size: A4 landscape; margin: 0; }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --paper: #fff; --wash: #f0f0f0; --rule: #bbb;
    --strong: #0b3c6e; --error: #8c1014; --warning: #6d4100; --info: #1f476e; }
  body { padding: 0; max-width: none; font-size: 10pt; }
  .scroll { overflow: visible; } .matrix.broad { page: wide; }
  .matrix tbody th.step { position: static; } .matrix.many table { font-size: .8rem; }
  .matrix.many .letter { min-width: 1.4em; padding: 0 .15em; }
  .pictures h2, figure.sheet figcaption { display: none; } figure.sheet { page: sheet; margin: 0; break-inside: avoid; }
  figure.sheet .scroll { margin: 0; }
  figure.sheet svg { width: 297mm; min-width: 0; height: 209.8mm; border: 0; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  thead { display: table-header-group; } tr, .findings li { break-inside: avoid; }
  .scroll[aria-label^="Measures"] table, .scroll[aria-label^="The two forces"] table { table-layout: fixed; font-size: 8pt; }
  .scroll[aria-label^="Measures"] :is(th, td):nth-child(1) { width: 16%; }
  .scroll[aria-label^="Measures"] :is(th, td):nth-child(3) { width: 18%; }
  .scroll[aria-label^="Measures"] tr { break-inside: auto; }
  main > section > .scroll td { padding: .8mm 1.2mm; }
  h2, h3 { break-after: avoid; } .letter { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}`;
