/** The pack's only style: for paper and for screens, light and dark. */
export const packStyles = `
@page { size: A4; margin: 14mm 12mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9px system-ui, sans-serif; color: #4e535a; } }
:root { --ink: #1a1d23; --muted: #4e535a; --line: #dfe1e5; --strong: #888c94; --paper: #fff; --mark: #fdf0b8;
  --pass: #17693a; --fail: #a8201a; --warn: #7d5300; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e8eaee; --muted: #a9afb9; --line: #33383f; --strong: #6d747f; --paper: #15181c; --mark: #56480f;
    --pass: #67cf92; --fail: #ff8f88; --warn: #e8b655; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px 16px; max-width: 880px; color: var(--ink); background: var(--paper);
  font: 13px/1.5 Inter, system-ui, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
h1 { font-size: 22px; line-height: 1.3; margin: 2px 0 4px; overflow-wrap: anywhere; }
h2 { font-size: 15px; margin: 0 0 6px; break-after: avoid; }
h3 { font-size: 13px; margin: 0; break-after: avoid; }
p { margin: 0; }
ul { margin: 4px 0; padding-left: 18px; }
code { font: 12px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
.lede { font-size: 15px; margin-bottom: 12px; }
.small { font-size: 12px; color: var(--muted); }
.faint { color: var(--muted); }
.pass { color: var(--pass); } .fail { color: var(--fail); } .warn { color: var(--warn); } .none { color: var(--muted); }
.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 12px; margin: 6px 0; font-size: 12px; }
.facts dt { color: var(--muted); max-width: 180px; } .facts dd { margin: 0; overflow-wrap: anywhere; }
header > .facts { padding: 8px 0; border: solid var(--strong); border-width: 1px 0; }
.seal { border: 1px solid var(--strong); padding: 8px 12px; margin: 12px 0; break-inside: avoid; }
.checksum { display: block; font-size: 14px; font-weight: 600; margin: 4px 0; overflow-wrap: normal; }
section { border-top: 1px solid var(--strong); padding: 12px 0 16px; }
article { border-top: 1px solid var(--line); padding: 8px 0; }
article:first-of-type { border-top: 0; }
.scrolls { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin-bottom: 8px; font-size: 12px; }
th, td { text-align: left; padding: 3px 12px 3px 0; font-weight: 400; vertical-align: top; }
thead th { color: var(--muted); }
tbody tr { border-top: 1px solid var(--line); break-inside: avoid; }
.values { overflow-wrap: anywhere; }
blockquote { margin: 6px 0; padding-left: 10px; border-left: 2px solid var(--strong); break-inside: avoid; }
.words { white-space: pre-line; overflow-wrap: anywhere; }
mark { background: var(--mark); color: inherit; }
.whole { white-space: nowrap; }
@media (max-width: 480px) {
  .facts { grid-template-columns: minmax(0, 1fr); } .facts dd { margin-bottom: 4px; }
  .whole { white-space: normal; } th, td { padding-right: 8px; }
}
@media print {
  body { padding: 0; max-width: none; font-size: 10.5px; line-height: 1.4; }
  h1 { font-size: 17px; } h2 { font-size: 12.5px; } h3 { font-size: 11px; } .lede { font-size: 12px; margin-bottom: 6px; }
  :is(.small, .facts, table, code) { font-size: 9.5px; } .checksum { font-size: 12px; }
  section { padding: 8px 0 10px; } .scrolls { overflow: visible; }
  mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
