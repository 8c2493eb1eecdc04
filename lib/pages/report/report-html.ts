import { displayZone, formatInstant } from "@/lib/format/format";
import { printedFilters } from "@/lib/analytics/words/filter-sentence";
import { comparedWords } from "@/lib/analytics/filter/previous-period";
import { reportHref } from "@/lib/analytics/filter/overview-query";
import type { OverviewModel } from "@/lib/pages/overview/overview-model";
import { shownPeriodWords } from "@/lib/analytics/filter/shown-period";
import { boardPage } from "./board";
import { patterns } from "./drawings";
import { prepareAsks } from "./prepare-asks";
import { reportStyles } from "./report-styles";
import { html, linked, type Html } from "@/lib/format/html";
import { markerSentence } from "@/lib/analytics/annotations/time-markers";
import type { ReportModel } from "./report-model";
import { digestPanelsOf, panelsOf } from "./report-panels";
import { boardWords, factWords, reportWords } from "./words";

/** Writes the report as one self-contained HTML file: the board's page, details, then what the figures rest on. */
export function reportHtml(model: ReportModel): string {
  const { overview, findings, size } = model;
  const title = reportWords.title(periodOf(overview));
  const asks = prepareAsks(findings, overview.ends);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${{ html: reportStyles }}
        </style>
      </head>
      <body class="${size}">
        ${patterns} ${otherSize(model)} ${boardPage({ ...model, asks, about: aboutOf(model) })}
        <main>
          ${markerKey(overview.markers)}
          ${size === "digest" ? digestPanelsOf(model) : panelsOf(model)}
        </main>
        <footer>
          ${facts(model)}
          <p class="small">${reportWords.foot}</p>
        </footer>
      </body>
    </html> `.html;
}

/** On a screen: the same report, longer or shorter. */
function otherSize({ overview, base, size }: ReportModel): Html | null {
  if (base === null) return null;
  const other = size === "digest" ? "full" : "digest";
  const words = other === "digest" ? reportWords.twoSheets : reportWords.whole;
  return html`<p class="screen small">
    ${linked(words, reportHref(overview.query, other), base)}
  </p>`;
}

function periodOf({ query, period }: OverviewModel): string {
  return shownPeriodWords(query.cases.period, period).button;
}

function comparisonOf({ query, period }: OverviewModel): string {
  return query.compare === "none" ? boardWords.nothing : comparedWords(query.cases.period, period);
}

function aboutOf({ overview, workspace }: ReportModel): string {
  const filters = printedFilters(overview.query.cases);
  return [
    boardWords.about(workspace, periodOf(overview)),
    boardWords.compared(comparisonOf(overview)),
    ...filters,
  ].join(" · ");
}

function facts({ overview, workspace, dataHash, definitions }: ReportModel): Html {
  const filters = printedFilters(overview.query.cases);
  const { names, none, noneYet } = factWords;
  const rows: readonly (readonly [string, string])[] = [
    [names.workspace, workspace],
    [names.opened, periodOf(overview)],
    [names.compared, comparisonOf(overview)],
    [names.filters, filters.length === 0 ? none : filters.join(" · ")],
    [names.zone, displayZone()],
    [names.asOf, formatInstant(overview.asOfUs, "minute")],
    [
      names.newest,
      overview.newestUs === null ? noneYet : formatInstant(overview.newestUs, "minute"),
    ],
    [names.evaluators, overview.evaluators.length === 0 ? none : overview.evaluators.join(" · ")],
    [names.definitions, definitions],
    [names.data, dataHash],
  ];
  return html`<dl class="facts">
    ${rows.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

/** The key to the annotation letters. */
function markerKey(markers: OverviewModel["markers"]): Html | null {
  if (markers.length === 0) return null;
  return html`<p class="small">${reportWords.letters}</p>
    <ul class="key small">
      ${markers.map((marker) => html`<li>${markerSentence(marker)}</li>`)}
    </ul>`;
}
