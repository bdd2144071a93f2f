/** The look of a printed walk sheet: A4 upright, one person after the other on new paper, lines that a pen has room on. */
export const WALK_SHEET_STYLE = `
:root { color-scheme: light; --ink: #111; --soft: #555; --rule: #999; --wash: #f1f3f5; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 12mm 14mm; max-width: 210mm; color: var(--ink); background: #fff;
  font: 11pt/1.35 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif; }
h1 { font-size: 19pt; line-height: 1.15; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 12.5pt; margin: 6mm 0 1mm; padding-top: 2mm; border-top: 1.5pt solid var(--ink); overflow-wrap: anywhere; }
h2 .no { display: inline-block; min-width: 7mm; } h2 .where { font-weight: 400; color: var(--soft); font-size: 9.5pt; }
p, ul, ol { margin: 1.5mm 0; } ul, ol { padding-left: 6mm; } li { margin: 1mm 0; }
.facts { color: var(--soft); margin: 1mm 0 0; }
.page { margin-top: 16mm; }
.head { display: flex; justify-content: space-between; align-items: flex-start; gap: 8mm; }
.head > div:first-child { flex: 1; min-width: 0; }
.fields { flex: none; width: 62mm; color: var(--soft); font-size: 9.5pt; }
.fields div { border-bottom: .6pt solid var(--rule); height: 8.5mm; display: flex; align-items: flex-end; padding-bottom: .6mm; }
.question { display: grid; grid-template-columns: 5mm 1fr 74mm; column-gap: 3mm; align-items: end; padding: 2mm 0 0;
  break-inside: avoid; }
.question .mark { align-self: start; font-size: 12pt; line-height: 1.2; }
.question .asked { align-self: start; padding-bottom: 1mm; overflow-wrap: anywhere; }
.today { display: block; color: var(--soft); font-size: 9.5pt; }
.blank { display: flex; align-items: flex-end; min-height: 10mm; border-bottom: .8pt solid var(--ink); }
.blank .unit { margin-left: auto; color: var(--soft); font-size: 9.5pt; padding-bottom: .6mm; white-space: nowrap; }
.choices { list-style: none; margin: 0; padding: 0; }
.choices li { display: flex; align-items: flex-end; gap: 2mm; margin: .8mm 0; }
.choices .box { flex: none; width: 4mm; height: 4mm; border: .8pt solid var(--ink); margin-bottom: .5mm; }
.choices .line { flex: 1; border-bottom: .8pt solid var(--ink); height: 7mm; }
.back { margin: 3mm 0 0; padding: 1.5mm 2.5mm; background: var(--wash); font-size: 9pt; break-inside: avoid; }
.back dl { display: grid; grid-template-columns: max-content 1fr; gap: .3mm 3mm; margin: 0; }
.back dt { color: var(--soft); white-space: nowrap; }
.back dd { margin: 0; font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  overflow-wrap: anywhere; white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; margin: 2mm 0; font-size: 10pt; }
th, td { text-align: start; padding: 1.2mm 2mm; border-bottom: .6pt solid var(--rule); vertical-align: top; overflow-wrap: anywhere; }
.cover h2 { border-top: 0; margin-top: 7mm; }
h2 { break-after: avoid; }
@page { size: A4; margin: 12mm 14mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #555; } }
@media print {
  body { padding: 0; max-width: none; }
  .page { margin-top: 0; break-before: page; }
  .back { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}`;
