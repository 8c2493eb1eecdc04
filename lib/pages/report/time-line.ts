import type { LineModel } from "@/lib/analytics/charts/line-model";
import { placeOn } from "@/lib/analytics/charts/scale";
import { html, type Html } from "@/lib/format/html";

/** The plot's box in SVG units, without annotation letters, dates and values. */
const box = { left: 4, top: 13, width: 130, height: 56 };
const room = { values: 30, days: 15 };
const letter = { width: 6, frame: 5, height: 10 };

/** A small line chart for print: gaps stay gaps; tentative points are hollow and dashed. */
export function timeLine({
  label,
  dots,
  pieces,
  yScale,
  yTicks,
  xTicks,
  annotations,
}: LineModel): Html {
  const x = (place: number) => round(box.left + (box.width * place) / 100);
  const y = (place: number) => round(box.top + (box.height * (100 - place)) / 100);
  const [top, bottom] = [y(100), y(0)];
  const width = box.left + box.width + room.values;
  const height = box.top + box.height + room.days;
  return html`<svg class="line" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">
    ${yTicks.map(({ at, words }) => {
      const level = y(placeOn(yScale, at));
      return html`<line x1="${x(0)}" x2="${x(100)}" y1="${level}" y2="${level}" stroke="#dfe1e5" />
        <text x="${width}" y="${level + 3}" text-anchor="end">${words}</text>`;
    })}
    ${annotations.ranges.map(
      ({ from, to }) =>
        html`<rect
          x="${x(from)}"
          y="${top}"
          width="${round(x(to) - x(from))}"
          height="${box.height}"
          fill="#eceef1"
        />`,
    )}
    ${annotations.lines.map(
      (at) =>
        html`<line
          x1="${x(at)}"
          x2="${x(at)}"
          y1="${top}"
          y2="${bottom}"
          stroke="#4e535a"
          stroke-dasharray="1 2"
        />`,
    )}
    ${pieces.map(
      ({ from, to, isDashed }) =>
        html`<line
          x1="${x(from[0])}"
          y1="${y(from[1])}"
          x2="${x(to[0])}"
          y2="${y(to[1])}"
          stroke="#1a1d23"
          stroke-width="1.5"
          stroke-dasharray="${isDashed ? "3 3" : "none"}"
        />`,
    )}
    ${dots.map(
      ({ x: at, y: level, isHollow }) =>
        html`<circle
          cx="${x(at)}"
          cy="${y(level)}"
          r="2"
          fill="${isHollow ? "#fff" : "#1a1d23"}"
          stroke="#1a1d23"
        />`,
    )}
    ${annotations.labels.map(
      ({ from, letters }) =>
        html`<rect
            x="${x(from)}"
            y="1"
            width="${letter.frame + letter.width * letters.length}"
            height="${letter.height}"
            fill="#fff"
            stroke="#888c94"
          />
          <text x="${x(from) + letter.frame / 2}" y="9" font-weight="600">${letters}</text>`,
    )}
    ${xTicks.map(
      ({ x: at, words }) =>
        html`<text x="${x(at)}" y="${height - 4}" text-anchor="${at < 50 ? "start" : "end"}">
          ${words}
        </text>`,
    )}
  </svg>`;
}

/** Rounds to 0.1, which keeps the file small. */
function round(value: number): number {
  return Math.round(10 * value) / 10;
}
