import { displayZone, formatInstant } from "@/lib/format/format";
import { printedFilters } from "@/lib/analytics/words/filter-sentence";
import type { FigureCard } from "@/lib/analytics/findings/finding-model";
import type { OverviewModel } from "@/lib/pages/overview/overview-model";
import { shownPeriodWords } from "@/lib/analytics/filter/shown-period";
import { patterns } from "./drawings";
import { html, linked, type Html } from "@/lib/format/html";
import { markerSentence } from "@/lib/analytics/annotations/time-markers";
import { panelsOf } from "./report-panels";
import { timeLine } from "./time-line";

/** The input of the report. */
export type ReportModel = {
  readonly overview: OverviewModel;
  readonly workspace: string;
  /** Hash of the case set, as in its CSV. */
  readonly dataHash: string;
  /** Version of the figures' definitions. */
  readonly definitions: string;
  /** The app's origin for links: "https://throughline.example"; null: no links. */
  readonly base: string | null;
};

/** Writes the report as one self-contained HTML file. */
export function reportHtml(model: ReportModel): string {
  const { overview } = model;
  const { lede, figures, findings } = overview;
  const title = `Cases, ${periodOf(overview)}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${{ html: styles }}
        </style>
      </head>
      <body>
        ${patterns}
        <header>
          <p class="small">Throughline · ${title}</p>
          <h1><b>${lede.lead}</b> ${lede.rest}</h1>
          <p>${findings.lead}</p>
          <ol>
            ${findings.items.map(
              ({ words, size, href }) =>
                html`<li>${linked(words, href, model.base)} (${size})</li>`,
            )}
          </ol>
          ${facts(model)}
        </header>
        <main>
          <ul class="figures">
            ${figures.map((card) => figure(card, model.base))}
          </ul>
          ${markerKey(overview.markers)} ${panelsOf(overview, model.base)}
        </main>
        <footer class="small">
          A range is where the true value lies, 19 times in 20. A case counts in the period in which
          it was opened. In progress and unknown are counted apart; a case that nobody closes counts
          as never closed when it is old enough to judge.
        </footer>
      </body>
    </html> `.html;
}

function periodOf({ query, period }: OverviewModel): string {
  return shownPeriodWords(query.cases.period, period).button;
}

function facts({ overview, workspace, dataHash, definitions }: ReportModel): Html {
  const filters = printedFilters(overview.query.cases);
  const rows: readonly (readonly [string, string])[] = [
    ["Workspace", workspace],
    ["Cases opened", periodOf(overview)],
    ["Filters", filters.length === 0 ? "none" : filters.join(" · ")],
    ["Days and times", displayZone()],
    ["As of", formatInstant(overview.asOfUs, "minute")],
    [
      "Newest contact",
      overview.newestUs === null ? "none yet" : formatInstant(overview.newestUs, "minute"),
    ],
    ["Evaluators", overview.evaluators.length === 0 ? "none" : overview.evaluators.join(" · ")],
    ["Definitions", definitions],
    ["Data", dataHash],
  ];
  return html`<dl class="facts">
    ${rows.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

function figure(card: FigureCard, base: string | null): Html {
  const { name, value, interval, basis, verdict, change, maturity, href, line = null } = card;
  const moved = [verdict, change].filter(Boolean).join(" ");
  return html`<li>
    <p>${name}</p>
    <p class="value">${linked(value, href, base)}</p>
    ${[interval === "" ? "" : `95% ${interval}`, basis, moved, maturity]
      .filter(Boolean)
      .map((words) => html`<p class="small">${words}</p>`)}
    ${line === null ? null : timeLine(line)}
  </li>`;
}

/** The key to the annotation letters. */
function markerKey(markers: OverviewModel["markers"]): Html | null {
  if (markers.length === 0) return null;
  return html`<ul class="key small">
    ${markers.map((marker) => html`<li>${markerSentence(marker)}</li>`)}
  </ul>`;
}

const styles = `
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
.figures li { border: 1px solid #dfe1e5; border-radius: 6px; padding: 8px 12px; break-inside: avoid; }
.value { font-size: 26px; line-height: 1.2; font-weight: 600; }
.line { display: block; width: 100%; height: auto; margin-top: 6px; font-size: 9px; fill: #4e535a; }
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
