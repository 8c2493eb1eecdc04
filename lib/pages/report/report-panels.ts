import type { ChartFrameModel } from "@/lib/analytics/charts/chart-model";
import type { LineModel } from "@/lib/analytics/charts/line-model";
import type { CostModel, MatrixModel } from "@/lib/pages/overview/overview-model";
import { costWords } from "@/lib/pages/overview/words";
import type { DotModel, PlainTable } from "@/lib/analytics/charts/chart-model";
import type { ReportModel } from "./report-model";
import { barRows, dotRows } from "./drawings";
import { html, linked, type Html } from "@/lib/format/html";
import { panelWords } from "./words";

type PanelsModel = Pick<ReportModel, "overview" | "detail" | "base">;

/** What the Overview draws below its first figures, in its order, then what other pages add. */
export function panelsOf({ overview, detail, base }: PanelsModel): readonly Html[] {
  const { ends, figures, byChannel, containment, cost } = overview;
  const lines = figures.flatMap(({ line }) => line ?? []);
  return [
    ...(ends.kind === "known" ? [matrix(ends.lookedFine, base)] : []),
    ...weeks(lines, base),
    ...dots(byChannel),
    panel(containment.frame, barRows(containment.rows)),
    ...(ends.kind === "known" && ends.change !== null
      ? [panel(ends.change.frame, barRows(ends.change.rows))]
      : []),
    ...dots(ends.kind === "known" ? detail.releases : null),
    ...dots(detail.adjusted),
    ...(detail.times === null ? [] : [times(detail.times, base)]),
    costly(cost, base),
  ];
}

/** What fits on the digest's second sheet: where cases are lost, and the worst of them. */
export function digestPanelsOf({ overview, base }: PanelsModel): readonly Html[] {
  const { byChannel, containment, cost } = overview;
  return [
    panel(containment.frame, barRows(containment.rows)),
    ...dots(byChannel),
    costly(cost, base),
  ];
}

/** The figures' weekly values as a table. */
function weeks(lines: readonly LineModel[], base: string | null): readonly Html[] {
  const [first] = lines;
  if (first === undefined) return [];
  const drawn = html`<table class="figures-of">
    <thead>
      <tr>
        <th scope="col">${first.table.columns[0]?.words ?? ""}</th>
        ${lines.map(({ table }) => html`<th scope="col" class="number">${table.columns[1]?.words ?? ""}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${first.table.rows.map(
        (row, at) =>
          html`<tr>
            <th scope="row">${row[0]?.words ?? ""}</th>
            ${lines.map(({ table }) => {
              const [, value, cases] = table.rows[at] ?? [];
              return html`<td class="number">${linked(value?.words ?? "", cases?.href, base)}</td>`;
            })}
          </tr>`,
      )}
    </tbody>
  </table>`;
  return [
    panel(
      {
        title: panelWords.weeks,
        subtitle: panelWords.weeksSubtitle,
        note: panelWords.weeksNote,
      },
      drawn,
    ),
  ];
}

function dots(model: DotModel | null): readonly Html[] {
  return model === null ? [] : [panel(model.frame, dotRows(model.rows, model.scale))];
}

function matrix({ title, subtitle, columns, rows, note }: MatrixModel, base: string | null): Html {
  return panel(
    { title, subtitle, note },
    html`<table class="figures-of">
      <thead>
        <tr>
          <th scope="col"></th>
          ${columns.map((words) => html`<th scope="col" class="number">${words}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ words, cells }) =>
            html`<tr>
              <th scope="row">${words}</th>
              ${cells.map(
                ({ count, share, href }) =>
                  html`<td class="number">${linked(String(count), href, base)} ${share}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>`,
  );
}

function times({ title, subtitle, columns, rows }: PlainTable, base: string | null): Html {
  return panel(
    { title, subtitle, note: "" },
    html`<table class="figures-of">
      <thead>
        <tr>
          ${columns.map(
            ({ words, isNumber }, at) =>
              html`<th scope="col" class="${isNumber ? "number" : ""}">
                ${at === 0 ? "" : words}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ words, cells }) =>
            html`<tr>
              <th scope="row">${words}</th>
              ${cells.map((cell) => html`<td class="number">${linked(cell.words, cell.href, base)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`,
  );
}

/** Ids longer than this may wrap. */
const longId = 20;

function costly({ title, subtitle, rows }: CostModel, base: string | null): Html {
  const isEndKnown = rows.some(({ outcome }) => outcome !== null);
  const { columns } = costWords;
  const always = [columns.case, columns.type, columns.contacts, columns.usual, columns.wrong];
  const heads = isEndKnown ? [...always, columns.outcome] : always;
  return panel(
    { title, subtitle, note: "" },
    rows.length === 0
      ? html``
      : html`<table class="figures-of">
          <thead>
            <tr>
              ${heads.map((words) => html`<th scope="col">${words}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ item, href, type, contacts, expected, wrong, outcome }) =>
                html`<tr>
                  <th scope="row" class="${item.caseId.length > longId ? "" : "whole"}">
                    ${linked(item.caseId, href, base)}
                  </th>
                  <td>${type}</td>
                  <td>${contacts}</td>
                  <td>${expected}</td>
                  <td>${wrong}</td>
                  ${outcome === null ? null : html`<td>${outcome.label}</td>`}
                </tr>`,
            )}
          </tbody>
        </table>`,
  );
}

function panel(
  { title, subtitle, note }: Pick<ChartFrameModel, "title" | "subtitle" | "note">,
  drawing: Html,
): Html {
  return html`<section>
    <h2>${title}</h2>
    <p class="small">${subtitle}</p>
    ${drawing} ${note === "" ? null : html`<p class="small">${note}</p>`}
  </section>`;
}
