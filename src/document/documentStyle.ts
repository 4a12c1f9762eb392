/** The look of the HTML document: black on white, for the screen and for A4. */
export const documentStyle = `
:root { color-scheme: light; --ink: #1d2630; --muted: #56626f; --line: #d5dbe1; --soft: #f3f6f8; --series: #17697e; --band: #17697e2b; --mark: #b4530a; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 14px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP", "Noto Sans JP", Meiryo, sans-serif; overflow-wrap: anywhere; }
:lang(ja) { line-break: strict; }
main { max-width: 860px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { margin: 0 0 4px; font-size: 24px; line-height: 1.25; }
h2 { margin: 40px 0 12px; padding-bottom: 4px; border-bottom: 2px solid var(--series); font-size: 19px; }
section:first-of-type h2 { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); border: 0; }
h3 { margin: 24px 0 8px; font-size: 16px; }
h4 { margin: 0 0 4px; font-size: 14px; }
p { margin: 0 0 8px; }
small, .note { color: var(--muted); font-size: 12px; }
ul, ol { margin: 0 0 12px; padding-left: 20px; }
li { margin-bottom: 3px; }
dl, dd, dt { margin: 0; }
.facts { display: flex; flex-wrap: wrap; gap: 6px 28px; margin: 8px 0 12px; }
.facts dt, .figures dt { color: var(--muted); font-size: 12px; }
.facts dd { font-weight: 600; }
.facts small { display: block; max-width: 15em; font-weight: 400; }
.headline strong { font-size: 22px; line-height: 1.2; }
.headline small { white-space: nowrap; }
.verdict .headline small { display: block; }
.verdicts { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 12px; margin-bottom: 8px; }
.verdict { padding: 10px 12px; border: 1px solid var(--line); border-top: 4px solid var(--muted); border-radius: 4px; break-inside: avoid; }
.verdict.broad { border-top-color: #1f7a3d; }
.verdict.usual { border-top-color: var(--series); }
.verdict.narrow { border-top-color: var(--mark); }
.verdict p { margin-bottom: 6px; font-size: 12.5px; }
.verdict svg { margin-bottom: 6px; }
.verdict .word { font-size: 15px; font-weight: 700; }
.verdict.broad .word span { color: #1f7a3d; }
.verdict.usual .word span { color: var(--series); }
.verdict.narrow .word span { color: var(--mark); }
.columns { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 0 32px; }
.charts { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px 28px; margin: 12px 0; }
figure { margin: 0; break-inside: avoid; }
figure.yardsticks { grid-column: 1 / -1; }
figure.yardsticks svg { max-width: 480px; }
figcaption { margin-bottom: 4px; font-size: 12.5px; font-weight: 600; }
svg { display: block; width: 100%; height: auto; font-size: 10.5px; fill: var(--ink); }
svg .value, svg .axes text { fill: var(--muted); font-size: 9px; }
svg .track { fill: var(--soft); }
svg .bar { fill: var(--series); }
svg .axes line, svg .scale { stroke: var(--muted); stroke-width: 1; }
svg .axes .grid { stroke: var(--line); }
svg .line { fill: none; stroke: var(--series); stroke-width: 1.8; }
svg .dashed { stroke-dasharray: 5 3; }
svg .band { fill: var(--band); }
svg .mark { fill: #fff; stroke: var(--mark); stroke-width: 1.2; }
svg.strip, svg.rings text { font-size: 9px; }
svg.rings text { font-size: 8.5px; }
svg .set { stroke: var(--muted); stroke-width: 1.4; }
svg .interval, svg .file { fill: var(--series); }
svg .interval { opacity: 0.4; }
svg .file-text { font-weight: 700; }
svg path, svg .whole { stroke: #fff; stroke-width: 1; fill: var(--hue); fill-opacity: 0.28; }
svg path.groups { fill-opacity: 0.5; }
svg .whole { fill: none; stroke: var(--hue); stroke-opacity: 0.35; }
.hue0 { --hue: #17697e; } .hue1 { --hue: #b4530a; } .hue2 { --hue: #1f7a3d; } .hue3 { --hue: #7a3d8f; } .hue4 { --hue: #a3213f; } .hue5 { --hue: #6b6113; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); gap: 6px 16px; margin: 8px 0 16px; padding: 10px 12px; background: var(--soft); border-radius: 4px; break-inside: avoid; }
.figures dd { font-weight: 600; font-variant-numeric: tabular-nums; }
.table { margin: 8px 0 16px; }
table { width: 100%; border-collapse: collapse; font-size: 12.5px; }
th { color: var(--muted); font-weight: 600; text-align: left; white-space: nowrap; }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td:first-child { min-width: 7em; }
tr { break-inside: avoid; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.glossary { columns: 2; column-gap: 28px; font-size: 12px; }
.glossary article { margin-bottom: 14px; break-inside: avoid; }
.glossary dt, .glossary dd { display: inline; }
.glossary dt { margin-right: 0.6em; color: var(--muted); }
.glossary dd::after { content: "\\A"; white-space: pre; }
@media (max-width: 720px) {
  .verdicts, .charts, .columns { grid-template-columns: minmax(0, 1fr); }
  .glossary { columns: 1; }
}
@page { size: A4; margin: 15mm 14mm 16mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9px sans-serif; color: #56626f; } }
@media print {
  body { font-size: 10pt; line-height: 1.4; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main { max-width: none; padding: 0; }
  .verdicts { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .charts { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .columns { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); }
  h1 { font-size: 18pt; }
  h2 { margin-top: 24px; font-size: 14pt; }
  .page { break-before: page; }
  .page h2 { margin-top: 0; }
  h3 { margin: 14px 0 6px; font-size: 12pt; }
  h2, h3, h4, figcaption, .headline, .headline + p { break-after: avoid; }
  small, .note, table, .verdict p, .facts dt, .figures dt { font-size: 8.5pt; }
  .headline strong { font-size: 15pt; }
  .verdict .word { font-size: 11pt; }
  .glossary { font-size: 8pt; columns: 2; }
}
`;
