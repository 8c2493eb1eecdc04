import type { ChartFrameModel } from "@/lib/analytics/charts/chart-model";
import type { LineModel } from "@/lib/analytics/charts/line-model";
import type {
  CostModel,
  MatrixModel,
  OverviewModel,
  TimesModel,
} from "@/lib/pages/overview/overview-model";
import type { DotModel } from "@/lib/analytics/charts/chart-model";
import { barRows, dotRows, stackedBar } from "./drawings";
import { html, linked, type Html } from "@/lib/format/html";

/** Everything the Overview draws, in its order. */
export function panelsOf(overview: OverviewModel, base: string | null): readonly Html[] {
  const { ladder, breakdowns, adjusted, prompts, firstContact, containment } = overview;
  const { change, releases } = overview;
  const lines = overview.figures.flatMap(({ line }) => line ?? []);
  const leftOut = ladder.leftOut.map(({ words }) => words).join(" · ");
  return [
    panel(
      ladder.frame,
      html`${stackedBar(ladder.segments, ladder.label)}${
        ladder.before === null
          ? null
          : html`${stackedBar(ladder.before.segments, ladder.before.words)}
              <p class="small capital">${ladder.before.words}</p>`
      }${leftOut === "" ? null : html`<p class="small">Left out, counted: ${leftOut}</p>`}`,
    ),
    ...weeks(lines, base),
    matrix(overview.lastContact, base),
    matrix(overview.ratings, base),
    ...[...breakdowns, adjusted, prompts, firstContact].flatMap(dots),
    panel(containment.frame, barRows(containment.rows)),
    times(overview.times, base),
    ...(change === null ? [] : [panel(change.frame, barRows(change.rows))]),
    ...dots(releases),
    costly(overview.cost, base),
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
        title: "Week by week",
        subtitle: "The lines under the figures, by the week in which cases were opened",
        note: "Hollow and dashed: more than a tenth of the week’s cases cannot be judged yet.",
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

function times({ title, subtitle, beforeWords, rows }: TimesModel, base: string | null): Html {
  const heads = ["Half within", "95%", "9 in 10 within", "Of", beforeWords];
  return panel(
    { title, subtitle, note: "" },
    html`<table class="figures-of">
      <thead>
        <tr>
          <th scope="col"></th>
          ${heads.filter(Boolean).map((words) => html`<th scope="col" class="number">${words}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ words, median, interval, p90, count, href, before }) =>
            html`<tr>
              <th scope="row">${words}</th>
              <td class="number"><b>${median}</b></td>
              <td class="number">${interval}</td>
              <td class="number">${p90}</td>
              <td class="number">${linked(count, href, base)}</td>
              ${beforeWords === "" ? null : html`<td class="number">${before}</td>`}
            </tr>`,
        )}
      </tbody>
    </table>`,
  );
}

/** Ids longer than this may wrap. */
const longId = 20;

function costly({ title, subtitle, rows }: CostModel, base: string | null): Html {
  const heads = ["Case", "Type", "Contacts", "Expected", "What went wrong", "Outcome"];
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
                  <td>${outcome.label}</td>
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
