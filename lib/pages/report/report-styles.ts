/** The styles of the report, on a screen and on paper (A4 and Letter). */
export const reportStyles = `
@page { margin: 12mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px 16px; max-width: 860px; color: #1a1d23; background: #fff;
  font: 13px/1.5 Inter, system-ui, sans-serif; font-variant-numeric: tabular-nums; }
h1 { font-size: 20px; line-height: 1.4; font-weight: 400; margin: 4px 0 12px; }
h2 { font-size: 14px; margin: 0; }
p { margin: 0; }
a { color: #1f53b8; }
.small { font-size: 12px; color: #4e535a; }
.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 12px; margin: 0 0 16px;
  padding: 8px 0; border: solid #888c94; border-width: 1px 0; font-size: 12px; }
.facts dt { color: #4e535a; } .facts dd { margin: 0; overflow-wrap: anywhere; }
.figures { list-style: none; margin: 0 0 16px; padding: 0; display: grid; gap: 12px;
  grid-template-columns: repeat(auto-fit, minmax(min(300px, 100%), 1fr)); }
.figures li { border: 1px solid #dfe1e5; border-radius: 6px; padding: 8px 12px; break-inside: avoid;
  display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 4fr); gap: 0 8px; align-content: start; }
.figures li > * { grid-column: 1; } .figures li > .line { grid-area: 1 / 2 / span 6; align-self: center; }
.value { font-size: 26px; line-height: 1.2; font-weight: 600; } .before { font-size: 12px; }
ol { margin: 0; padding-left: 20px; } footer { border-top: 1px solid #888c94; padding-top: 8px; }
.line { display: block; width: 100%; height: auto; font-size: 9px; fill: #4e535a; }
section { border-top: 1px solid #888c94; padding: 12px 0 16px; break-inside: avoid; overflow-x: auto; }
.bar { display: block; width: 100%; height: auto; margin: 8px 0 4px; }
.key { list-style: none; display: flex; flex-wrap: wrap; gap: 2px 16px; margin: 0 0 8px; padding: 0; font-size: 12px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 2px 12px 2px 0; font-weight: 400; vertical-align: top; }
.number { text-align: right; padding: 2px 0 2px 12px; }
.drawn .wide { width: 45%; } .drawn svg { display: block; width: 100%; height: auto; max-height: 22px; }
.figures-of { margin-top: 8px; font-size: 12px; } .figures-of th { color: #4e535a; }
.figures-of tr { border-top: 1px solid #dfe1e5; break-inside: avoid; }
.whole { white-space: nowrap; }
@media (max-width: 480px) {
  .figures-of { font-size: 11px; } .figures-of :is(th, td) { padding-right: 6px; }
  .figures-of .number { padding: 2px 0 2px 6px; }
}
@media print {
  .screen { display: none; }
  .board { break-after: page; } .before { font-size: 10.5px; }
  footer .facts { border: 0; padding: 0; }
  body { padding: 0; max-width: none; font-size: 10.5px; line-height: 1.4; }
  h1 { font-size: 16px; margin: 2px 0 8px; } h2 { font-size: 12px; break-after: avoid; }
  :is(.small, .facts, .key, .figures-of) { font-size: 10px; }
  .facts { margin-bottom: 8px; padding: 4px 0; }
  .figures { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 8px; margin-bottom: 8px; }
  .figures li { padding: 6px 8px; } .value { font-size: 20px; }
  section { padding: 8px 0 10px; } section:has(.figures-of) { break-inside: auto; }
  .figures-of { margin-top: 4px; } .figures-of :is(th, td) { padding-block: 0; }
  .drawn svg { max-height: 16px; }
}
.capital::first-letter, .figures-of thead th::first-letter { text-transform: uppercase; }
svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
`;
