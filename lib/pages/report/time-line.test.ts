import { expect, it } from "vitest";
import type { LineModel } from "@/lib/analytics/charts/line-model";
import { timeLine } from "./time-line";

const line: LineModel = {
  label: "Case resolution by week: lowest 40% in <week 2>.",
  dots: [
    { x: 10, y: 50, isHollow: false, words: "Week 1: 60%" },
    { x: 50, y: 0, isHollow: false, words: "Week 2: 40%" },
    { x: 90, y: 100, isHollow: true, words: "Week 4: 80%" },
  ],
  pieces: [{ from: [10, 50], to: [50, 0], isDashed: false }],
  yScale: { from: 0.4, to: 0.8 },
  yTicks: [
    { at: 0.4, words: "40%" },
    { at: 0.8, words: "80%" },
  ],
  xTicks: [
    { x: 0, words: "1 Oct" },
    { x: 100, words: "28 Oct" },
  ],
  annotations: {
    lines: [25, 60],
    ranges: [{ from: 60, to: 70 }],
    labels: [{ from: 25, letters: "A–B", words: ["A Release, 7 Oct 2026: r2"] }],
  },
  table: { columns: [], rows: [] },
};
const count = (text: string, what: RegExp) => [...text.matchAll(what)].length;

it("draws a dot a week, gaps as gaps, and what cannot be judged yet hollow", () => {
  const { html } = timeLine(line);
  expect(html).toContain('role="img"');
  expect(html).toContain("40% in &lt;week 2&gt;.");
  expect(count(html, /<circle/gu)).toBe(3);
  expect(count(html, /<circle[^>]*fill="#fff"/gu)).toBe(1);
  expect(count(html, /stroke-width="1.5"/gu)).toBe(1);
  expect(html).not.toContain('stroke-dasharray="3 3"');
});

it("marks what began and what lasted, under its letters", () => {
  const { html } = timeLine(line);
  expect(count(html, /stroke-dasharray="1 2"/gu)).toBe(2);
  expect(count(html, /fill="#eceef1"/gu)).toBe(1);
  expect(html).toContain(">A–B</text>");
  for (const words of ["40%", "80%"]) expect(html).toContain(`>${words}</text>`);
  for (const words of ["1 Oct", "28 Oct"]) expect(html).toMatch(new RegExp(`>\\s*${words}\\s*<`));
});
