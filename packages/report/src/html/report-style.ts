/** Black on white, for paper first: figures and rows are kept whole, headings stay with what they head. */
export const REPORT_STYLE = `
:root { color-scheme: light; }
body { font: 16px/1.5 "Source Sans 3", "Segoe UI", Helvetica, Arial, sans-serif; color: #1a1a1a; background: #fff; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .75rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #767676; }
p, ul { margin: .5rem 0; }
.answer { font-size: 1.15rem; font-weight: 600; }
.warning { border-left: 4px solid #8a4b00; padding-left: .75rem; }
.about { color: #4a4a4a; font-size: .875rem; }
figure { margin: 1rem 0; overflow-x: auto; }
figure svg { width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; margin: .75rem 0; }
caption { text-align: left; font-weight: 600; padding-bottom: .25rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid #c8c8c8; }
thead th { border-bottom: 1px solid #1a1a1a; }
tbody th { font-weight: 400; }
a { color: #0b4f8a; overflow-wrap: anywhere; }
@page { size: A4; margin: 18mm 16mm; }
@media print {
  :root { font-size: 10pt; }
  body { font-size: 1rem; line-height: 1.35; margin: 0; padding: 0; max-width: none; }
  h2 { margin-top: 1.2rem; break-after: avoid; }
  figure, tr, .warning { break-inside: avoid; }
  thead { display: table-header-group; }
  caption { break-after: avoid; }
}
`;
