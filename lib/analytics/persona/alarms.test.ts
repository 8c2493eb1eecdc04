import { describe, expect, it } from "vitest";
import { normalQuantile } from "@/lib/stats/quantiles/normal-quantile";
import { runs } from "@/lib/testing/runs";
import { seededRandom } from "@/lib/testing/seeded-random";
import { withoutFalseAlarms, type ChannelDrift } from "./drift-figures";
import {
  cutTime,
  findBaseline,
  stretchOf,
  sumSpoken,
  weekUs,
  type SpokenSums,
} from "../prompts/series";
import { thinDrift } from "./thin-drift";
import { weeklyDrift } from "./weekly-drift";
import { weeksFrom } from "../prompts/weeks";

const random = seededRandom(41);
const uniform = () => (random.below(1e9) + 0.5) / 1e9;
const normal = () => normalQuantile(uniform());
const series = runs(1000);
const weeks = 26;
const asOfUs = weeks * weekUs;
const kinds = ["refund", "outage", "billing", "account"] as const;

type Drawn = { readonly atUs: number; readonly kind: number; readonly value: number };

/** Contacts at random instants. @param mixAt how much of the first kinds there is, by week */
function drawn(
  perWeek: number,
  valueOf: (week: number, kind: number) => number,
  mixAt: (week: number) => number = () => 1,
): Drawn[] {
  const count = Math.round(perWeek * weeks);
  const instants = Array.from({ length: count }, () => uniform() * asOfUs).sort((a, b) => a - b);
  return instants.map((atUs) => {
    const week = Math.floor(atUs / weekUs);
    const kind = Math.floor(uniform() ** mixAt(week) * kinds.length);
    return { atUs, kind, value: valueOf(week, kind) };
  });
}

function summed(contacts: readonly Drawn[], changes: readonly number[] = []): SpokenSums {
  const stretches = cutTime(weeksFrom(0, asOfUs, "UTC"), changes, asOfUs);
  const cells = contacts.map(({ atUs, kind }) => stretchOf(stretches, atUs) * kinds.length + kind);
  const column = Float32Array.from(contacts, ({ value }) => value);
  const places = Uint32Array.from(contacts, (_, at) => at);
  return sumSpoken(stretches, kinds.length, Int32Array.from(cells), { places, column });
}

function driftOf(contacts: readonly Drawn[]): ChannelDrift {
  const values = summed(contacts);
  const baseline = findBaseline(values);
  if (baseline === null) throw new Error("A series is too short for a baseline.");
  return {
    ...{ channel: "voice", attribute: "formality", contacts: contacts.length, range: null },
    ...{ changes: [], drift: weeklyDrift(values, baseline, { least: 0.25, changes: [] }) },
  };
}

function alarmsWeekly(draw: () => Drawn[], changes: readonly number[] = []) {
  let [alarms, signals] = [0, 0];
  for (let each = 0; each < series; each += 1) {
    const values = summed(draw(), changes);
    const baseline = findBaseline(values);
    if (baseline === null) throw new Error("A series is too short for a baseline.");
    const drift = weeklyDrift(values, baseline, { least: 0.25, changes });
    if (drift.alarm !== null) alarms += 1;
    if (drift.weeks.some(({ smoothed }) => smoothed?.isOutside === true)) signals += 1;
  }
  return { alarms: alarms / series, signals: signals / series };
}

/** One false signal in 353 weeks is the chart's stated rate; 18 weeks follow the baseline. */
const stated = 1 - (1 - 1 / 353) ** (weeks - 8);
const threeErrors = 3 * Math.sqrt((stated * (1 - stated)) / series);

describe("the weekly alarm", () => {
  it.each([
    ["six contacts a week", 6],
    ["twenty contacts a week", 20],
  ])("is raised at the stated rate and no more where nothing changes: %s", (_, perWeek) => {
    const found = alarmsWeekly(() =>
      drawn(perWeek, (_week, kind) => 2 + kind / 2 + 0.6 * normal()),
    );
    expect(found.signals).toBeLessThan(stated + threeErrors);
    expect(found.alarms).toBeLessThanOrEqual(found.signals);
  });

  it("is not raised by another mix of kinds", () => {
    const found = alarmsWeekly(() =>
      drawn(
        12,
        (_week, kind) => 2 + kind / 2 + 0.6 * normal(),
        (week) => (week < 13 ? 1 : 2.5),
      ),
    );
    expect(found.alarms).toBeLessThan(stated + threeErrors);
  });

  it("is not raised by a change too small to matter, however certain", () => {
    const found = alarmsWeekly(() =>
      drawn(60, (week) => 2 + (week < 12 ? 0 : 0.12) + 0.3 * normal()),
    );
    expect(found.signals).toBeGreaterThan(0.5);
    expect(found.alarms).toBeLessThan(stated);
  });

  it("is raised by a prompt that moves a channel, nearly always", () => {
    const changes = [14.5 * weekUs];
    const found = alarmsWeekly(
      () => drawn(8, (week, kind) => 2 + kind / 2 + (week < 15 ? 0 : 0.7) + 0.6 * normal()),
      changes,
    );
    expect(found.alarms).toBeGreaterThan(0.95);
  });
});

it("a slow change is not taken back among fifty series once it is certain", () => {
  const isAlarmed = ({ drift }: ChannelDrift) => drift.kind !== "none" && drift.alarm !== null;
  const still = Array.from({ length: 49 }, () => driftOf(drawn(14, () => 2 + 0.6 * normal())));
  const slow = (week: number) => 2 + 0.045 * Math.max(0, week - 8) + 0.6 * normal();
  const moved = Array.from({ length: 100 }, () => driftOf(drawn(14, slow))).filter(isAlarmed);
  const kept = moved.filter((each) =>
    withoutFalseAlarms([each, ...still])
      .slice(0, 1)
      .some(isAlarmed),
  );
  expect(moved.length).toBeGreaterThan(90);
  expect(kept.length / moved.length).toBeGreaterThan(0.95);
  expect(withoutFalseAlarms(still).filter(isAlarmed)).toHaveLength(0);
});

describe("what leaves the limits again after it was back within them is another alarm", () => {
  it("of weeks", () => {
    const [off, back, again] = [9, 11, 21];
    const changes = [off * weekUs, back * weekUs, again * weekUs];
    const isOff = (week: number) => (week >= off && week < back) || week >= again;
    const values = drawn(20, (week) => 2 + 2 * Number(isOff(week)) + 0.6 * normal());
    const sums = summed(values, changes);
    const baseline = findBaseline(sums);
    if (baseline === null) throw new Error("The series is too short for a baseline.");
    const { alarms } = weeklyDrift(sums, baseline, { least: 0.25, changes });
    expect(alarms.map(({ outsideUs }) => outsideUs / weekUs)).toEqual([off, again]);
  });

  it("of a thin channel", () => {
    const runs = [
      [0, 60],
      [1, 10],
      [0, 80],
      [1, 10],
    ] as const;
    const values = runs.flatMap(([value, count]) => Array.from({ length: count }, () => value));
    const series = values.map((value, atUs) => ({ atUs, value }));
    const { alarms } = thinDrift(series, { fromUs: 0, toUs: 20 }, (value) => value === 1);
    expect(alarms.map(({ outsideUs }) => outsideUs >= 150)).toEqual([false, true]);
  });
});

describe("the alarm of a thin channel", () => {
  const alarmed = (shareAt: (week: number) => number) => {
    let alarms = 0;
    let followed = 0;
    for (let each = 0; each < series; each += 1) {
      const values = drawn(3, (week) => Number(uniform() < shareAt(week)));
      const baseline = findBaseline(summed(values));
      if (baseline === null) throw new Error("A series is too short for a baseline.");
      const drift = thinDrift(values, baseline, (value) => value === 1);
      followed += drift.steps.length / series;
      if (drift.alarm !== null) alarms += 1;
    }
    return { alarms: alarms / series, followed };
  };

  it.each([0.02, 0.1, 0.15])("is raised at the stated rate and no more: %d outside", (share) => {
    const { alarms, followed } = alarmed(() => share);
    // One false alarm in 1,911 contacts, were the usual share known.
    const rate = 1 - (1 - 1 / 1911) ** followed;
    expect(alarms).toBeLessThan(rate + 3 * Math.sqrt((rate * (1 - rate)) / series));
  });

  it("is raised where half of the contacts leave the contract", () => {
    expect(alarmed((week) => (week < 12 ? 0.08 : 0.5)).alarms).toBeGreaterThan(0.8);
  });
});
