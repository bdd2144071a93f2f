/** What a document looks like beyond the style of the reports: cards on paper of A5 or larger, narrow tables. */
export const DOCUMENT_STYLE = `
section.part { margin-top: 2.4rem; }
section.part h2 { margin: 0 0 .3rem; }
section.part h3, header h3 { margin: 1rem 0 .2rem; }
p.one { margin: .5rem 0; } p.one b { margin-right: .3em; }
.doc table { font-size: .88rem; } .doc td, .doc tbody th { overflow-wrap: break-word; }
.doc tbody th { min-width: 8rem; } .doc td.letters { white-space: nowrap; }
.cards section.part { border: 1px solid var(--rule); border-radius: .5rem; padding: 1.2rem 1.4rem; }
@media print {
  body { font-size: 9pt; line-height: 1.3; } .doc h1 { font-size: 15pt; }
  .doc table { font-size: 8pt; } .doc th, .doc td { padding: .6mm 1.5mm; }
  section.part h3 { margin: 2mm 0 .3mm; } p, ul { margin: .8mm 0; } .doc thead th { white-space: nowrap; }
  .cards section.part { border: 0; border-radius: 0; padding: 0; margin: 0; break-before: page; }
  tr, li { break-inside: avoid; }
}`;
