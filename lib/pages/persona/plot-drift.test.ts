import { expect, test } from "vitest";
import type { ChannelDrift } from "@/lib/analytics/persona/drift-figures";
import { weekUs } from "@/lib/analytics/prompts/series";
import type { ThinDrift } from "@/lib/analytics/persona/thin-drift";
import type { DriftWeek, WeeklyDrift } from "@/lib/analytics/persona/weekly-drift";
import { plotThin, plotWeekly, sharedScale } from "./plot-drift";

const startUs = Date.UTC(2026, 7, 3) * 1000;
const baseline = { fromUs: startUs, toUs: startUs + 2 * weekUs };

function weekOf(at: number, mean: number, smoothed: DriftWeek["smoothed"]): DriftWeek {
  const fromUs = startUs + at * weekUs;
  return { fromUs, toUs: fromUs + weekUs, count: 12, mean, smoothed };
}

const drift: WeeklyDrift = {
  kind: "weekly",
  baseline,
  reference: {
    mean: 2,
    spread: 0.4,
    count: 24,
    kinds: [],
    others: { count: 24, sum: 48, squares: 100 },
  },
  weeks: [
    weekOf(0, 2, null),
    weekOf(1, 2.2, null),
    weekOf(2, 2.1, { mean: 2.1, low: 1.8, high: 2.4, isOutside: false }),
    weekOf(5, 4, { mean: 2.6, low: 0.4, high: 2.5, isOutside: true }),
  ],
  effect: null,
  alarms: [],
  alarm: null,
};

const voice: ChannelDrift = {
  channel: "voice",
  attribute: "formality",
  contacts: 48,
  range: { target: 2, tolerance: 0.5 },
  changes: [],
  drift,
};

function plotted() {
  const axis = { fromUs: startUs, toUs: startUs + 8 * weekUs };
  return plotWeekly(voice, drift, { axis, scale: sharedScale([voice], "formality"), markers: [] });
}

test("each week stands in its middle and says what it measured", () => {
  const { points, baselineEnd } = plotted();
  expect(baselineEnd).toBe(25);
  expect(points.filter(({ words }) => words.length > 0).map(({ x }) => x)).toEqual([
    6.25, 18.75, 31.25, 68.75,
  ]);
  expect(points[0]?.words).toEqual(["Week from 3 Aug 2026", "12 contacts, mean 2.0, baseline"]);
  expect(points[2]?.words).toEqual([
    "Week from 17 Aug 2026",
    "12 contacts, mean 2.1",
    "smoothed 2.1, within 1.8 to 2.4",
  ]);
  expect(points.at(-1)?.words.at(-1)).toBe("smoothed 2.6, outside 0.4 to 2.5");
});

test("weeks without a contact are a gap of the line", () => {
  const { points } = plotted();
  expect(points.map(({ line }) => line)).toEqual([null, null, 2.1, null, 2.6]);
  expect(points[3]?.x).toBe(50);
});

test("a limit that cannot be reached is drawn at the end of the scale", () => {
  const { points, yScale } = plotted();
  expect(yScale.from).toBe(1);
  expect(points.at(-1)?.limits).toEqual([1, 2.5]);
});

test("a thin channel goes in steps from nothing, and signals above its limit", () => {
  const sums = [0.5, 1.2, 4.4];
  const thin: ThinDrift = {
    kind: "thin",
    baseline,
    usual: 0.1,
    baselineOff: 1,
    baselineCount: 20,
    steps: sums.map((sum, at) => ({
      atUs: startUs + (3 + at) * weekUs,
      isOff: sum > 1,
      sum,
    })),
    limit: 4,
    effect: null,
    alarms: [],
    alarm: null,
  };
  const { points, reference, isStepped } = plotThin(thin, []);
  expect(isStepped).toBe(true);
  expect(reference).toEqual({ at: 4, words: "alarm above 4" });
  expect(points.map(({ line }) => line)).toEqual([0, 0.5, 1.2, 4.4]);
  expect(points.map(({ isOutside }) => isOutside)).toEqual([false, false, false, true]);
  expect(points.at(-1)?.words).toEqual([
    "Contact 3, 7 Sept 2026, 00:00",
    "outside the contract",
    "sum 4.40, signal",
  ]);
});
