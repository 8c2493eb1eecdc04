import type {
  BarFill,
  BarSegment,
  BarRow,
  ChartScale,
  ChartSubject,
  DotRow,
} from "@/lib/analytics/charts/chart-model";
import { channelWords } from "@/lib/format/wording";
import { html, type Html } from "@/lib/format/html";
import { panelWords } from "./words";

const width = 640;
const barHeight = 26;

/** Fill of each bar segment: pattern ids, distinguishable in greyscale. */
const fills: Readonly<Record<BarFill, string>> = {
  solid: "#1a1d23",
  shade: "#7d838c",
  dots: "url(#dots)",
  diagonal: "url(#diagonal)",
  lines: "url(#lines)",
  grid: "url(#grid)",
  empty: "#fff",
};

/** The SVG patterns, once per page. */
export const patterns: Html = html`<svg width="0" height="0" aria-hidden="true">
  <defs>
    <pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse">
      <rect width="5" height="5" fill="#fff" />
      <circle cx="2.5" cy="2.5" r="1.1" fill="#1a1d23" />
    </pattern>
    <pattern
      id="diagonal"
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="6" height="6" fill="#fff" />
      <rect width="1.8" height="6" fill="#1a1d23" />
    </pattern>
    <pattern id="grid" width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" fill="#fff" />
      <rect width="1" height="6" fill="#1a1d23" />
      <rect width="6" height="1" fill="#1a1d23" />
    </pattern>
    <pattern id="lines" width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" fill="#fff" />
      <rect width="1.5" height="6" fill="#1a1d23" />
    </pattern>
  </defs>
</svg>`;

/** A stacked bar with its legend. @param label accessible description */
export function stackedBar(segments: readonly BarSegment[], label: string): Html {
  const all = segments.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return html``;
  let at = 0;
  const drawn = segments.map(({ count, fill }) => {
    const x = (width * at) / Math.max(all, 1);
    at += count;
    return html`<rect
      x="${x}"
      y="1"
      width="${(width * count) / Math.max(all, 1)}"
      height="${barHeight}"
      fill="${fills[fill]}"
      stroke="#1a1d23"
    />`;
  });
  return html`<svg
      class="bar"
      viewBox="0 0 ${width} ${barHeight + 2}"
      role="img"
      aria-label="${label}"
    >
      ${drawn}
    </svg>
    <ul class="key">
      ${segments.map(
        ({ words, count, share, fill }) =>
          html`<li>
            <svg width="12" height="12" aria-hidden="true">
              <rect x=".5" y=".5" width="11" height="11" fill="${fills[fill]}" stroke="#1a1d23" />
            </svg>
            ${words} <b>${count}</b> ${share}
          </li>`,
      )}
    </ul>`;
}

/** Figures as dots with their intervals on one scale, one row each. */
export function dotRows(rows: readonly DotRow[], scale: ChartScale): Html {
  const place = (value: number) => (200 * (value - scale.from)) / (scale.to - scale.from);
  const reference = scale.reference;
  return html`<table class="drawn">
      <tbody>
        ${rows.map(
          ({ subject, value, interval, hollow, shown, basis }) =>
            html`<tr>
              <th scope="row">${subjectWords(subject)}</th>
              <td class="wide">
                <svg viewBox="-4 0 208 16" aria-hidden="true">
                  ${
                    reference === null
                      ? null
                      : html`<line
                          x1="${place(reference.at)}"
                          x2="${place(reference.at)}"
                          y1="0"
                          y2="16"
                          stroke="#888c94"
                          stroke-dasharray="2 2"
                        />`
                  }${
                    interval === null
                      ? null
                      : html`<line
                          x1="${place(interval[0])}"
                          x2="${place(interval[1])}"
                          y1="8"
                          y2="8"
                          stroke="#1a1d23"
                          stroke-width="1.5"
                        />`
                  }${
                    hollow === null
                      ? null
                      : html`<circle
                          cx="${place(hollow)}"
                          cy="8"
                          r="3"
                          fill="#fff"
                          stroke="#1a1d23"
                        />`
                  }${value === null ? null : html`<circle cx="${place(value)}" cy="8" r="3.5" fill="#1a1d23" />`}
                </svg>
              </td>
              <td class="number"><b>${shown}</b> ${basis}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${reference === null ? null : html`<p class="small">${panelWords.dotted(reference.words)}</p>`}`;
}

/** Signed counts as bars. */
export function barRows(rows: readonly BarRow[]): Html {
  const most = Math.max(...rows.map(({ amount }) => Math.abs(amount)), Number.MIN_VALUE);
  const isSigned = rows.some(({ amount }) => amount < 0);
  const zero = isSigned ? 100 : 0;
  const reach = isSigned ? 100 : 200;
  return html`<table class="drawn">
    <tbody>
      ${rows.map(({ subject, detail, amount, shown, basis }) => {
        const length = (reach * Math.abs(amount)) / most;
        const x = amount < 0 ? zero - length : zero;
        return html`<tr>
          <th scope="row">
            ${subjectWords(subject)}${detail === undefined ? "" : html`<br /><small>${detail}</small>`}
          </th>
          <td class="wide">
            <svg viewBox="-1 0 202 14" aria-hidden="true">
              <rect
                x="${x}"
                y="2"
                width="${length}"
                height="10"
                fill="${amount < 0 ? "#1a1d23" : "#7d838c"}"
              />
            </svg>
          </td>
          <td class="number"><b>${shown}</b> ${basis}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function subjectWords({ channels, words }: ChartSubject): string {
  return words === "" ? channels.map((channel) => channelWords[channel]).join(" › ") : words;
}
