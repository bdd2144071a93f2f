/** The page to send: on paper a sheet of A3 on its side, the matrix at the left, roles and questions beside it. */
export const PAGE_STYLE = `
p.one b { margin-right: .3em; }
@page first { size: A3 landscape; margin: 10mm; }
@media print {
  .page.sheet { page: first; break-after: page; font-size: 8.5pt; line-height: 1.25; }
  .page.sheet h1 { font-size: 17pt; } .page.sheet h2 { font-size: 12pt; margin: 4mm 0 1.5mm; }
  .page.sheet h3 { margin: 2mm 0 .5mm; } .page.sheet p, .page.sheet ul { margin: .8mm 0; max-width: none; }
  .page.sheet .facts { margin: 0 0 1.5mm; } .page.sheet .head { max-width: none; }
  .page.sheet .halves { display: grid; grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr); gap: 9mm; }
  .page.sheet .matrix.broad { page: auto; } .page.sheet .scroll { margin: 1mm 0; }
  .page.sheet table { font-size: 7.5pt; } .page.sheet th, .page.sheet td { padding: .6mm 1mm; }
  .page.sheet .matrix tbody th.step { min-width: 0; } .page.sheet .matrix td.notes { min-width: 0; }
  .page.sheet .letter { min-width: 1.5em; padding: 0 .2em; border-width: 1.2px; }
  .page.sheet .step .no + bdi + .no { display: none; } .page.sheet h2, .page.sheet h3, .page.sheet caption.title { font-size: 10pt; }
  .page.sheet .halves section h2 { margin-top: 2.5mm; padding-bottom: .5mm; }
  .page.sheet caption { padding-bottom: 1mm; }
}`;
