import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatBusinessTime,
  formatCount,
  formatCounted,
  formatDue,
  isoDue,
  formatDuration,
  displayZone,
  formatInstant,
  formatInterval,
  formatScore,
  isoInstant,
} from "./format";

const second = 1_000_000;
const day = 86_400 * second;
const instant = Date.UTC(2026, 10, 2, 9, 12, 5) * 1000;

describe("formatInstant", () => {
  it("writes an instant in UTC wherever it runs", () => {
    expect(formatInstant(instant, "day")).toBe("2 Nov 2026");
    expect(formatInstant(instant, "weekday")).toBe("Mon 2 Nov 2026");
    expect(formatInstant(instant, "minute")).toBe("2 Nov 2026, 09:12");
    expect(formatInstant(instant, "clock")).toBe("09:12:05");
  });

  it("says that an instant beyond all calendars is implausible", () => {
    expect(formatInstant(1e19, "day")).toBe("time implausible");
    expect(formatInstant(Number.NaN, "day")).toBe("time implausible");
    expect(isoInstant(1e19)).toBeUndefined();
    expect(isoInstant(instant)).toBe("2026-11-02T09:12:05.000Z");
  });
});

describe("formatCount", () => {
  it("writes any number as the locale does", () => {
    const plain = new Intl.NumberFormat("en-GB");
    const numbers = fc.oneof(fc.integer({ min: -2000, max: 2000 }), fc.double({ noNaN: true }));
    fc.assert(
      fc.property(numbers, (count) => {
        expect(formatCount(count)).toBe(plain.format(count));
      }),
    );
    expect([0, -0, 999, 1000, 19_372].map(formatCount)).toEqual([
      "0",
      "-0",
      "999",
      "1,000",
      "19,372",
    ]);
  });
});

describe("formatDuration", () => {
  it.each([
    [0, "under 1 s"],
    [8 * second, "8 s"],
    [8.5 * second - 1, "8 s"],
    [8.5 * second, "9 s"],
    [59.5 * second, "1 min"],
    [89 * second, "1 min"],
    [90 * second, "2 min"],
    [116 * second, "2 min"],
    [59 * 60 * second, "59 min"],
    [59.5 * 60 * second, "1 h"],
    [3600 * second + 30 * second, "1 h 1 min"],
    [day - 30 * second, "1 d"],
    [day + 29 * 60 * second, "1 d"],
    [day + 30 * 60 * second, "1 d 1 h"],
    [2 * day - 1, "2 d"],
    [3600 * second, "1 h"],
    [3660 * second, "1 h 1 min"],
    [2 * day + 4 * 3600 * second, "2 d 4 h"],
    [-89 * second, "1 min before (clocks disagree)"],
  ])("writes %d µs as %s", (durationUs, words) => {
    expect(formatDuration(durationUs)).toBe(words);
  });

  it("never says of the longer of two that it is shorter", () => {
    const order = ["under 1 s", "s", "min", "h", "d"];
    const sizeOf = (words: string) => {
      const unit = order.indexOf(words === "under 1 s" ? words : (words.split(" ")[1] ?? ""));
      return [unit, ...[...words.matchAll(/\d+/g)].map(([digits]) => Number(digits))];
    };
    const length = fc.integer({ min: 0, max: 400 * day });
    fc.assert(
      fc.property(length, length, (one, other) => {
        const [shorter, longer] = [Math.min(one, other), Math.max(one, other)];
        const [a, b] = [sizeOf(formatDuration(shorter)), sizeOf(formatDuration(longer))];
        const differs = a.findIndex((part, index) => part !== (b[index] ?? 0));
        expect(differs === -1 || (a[differs] ?? 0) < (b[differs] ?? 0)).toBe(true);
      }),
    );
  });
});

it("writes business time in hours, many in whole ones", () => {
  const written = [0.5, 2.5, 12.5, 99.96, 963.7, 1250.2].map((hours) =>
    formatBusinessTime(hours * 3600 * second),
  );
  expect(written).toEqual([
    "30 business minutes",
    "2.5 business hours",
    "12.5 business hours",
    "100 business hours",
    "964 business hours",
    "1,250 business hours",
  ]);
});

describe("formatCount, formatCounted and formatScore", () => {
  it("separate thousands, agree in number and keep two decimals", () => {
    expect(formatCount(19372)).toBe("19,372");
    expect([formatCounted(1, "span"), formatCounted(0, "span")]).toEqual(["1 span", "0 spans"]);
    expect(formatCounted(2, "case matches", "cases match")).toBe("2 cases match");
    expect(formatScore(0.3149)).toBe("0.31");
  });
});

describe("an instant in another zone", () => {
  const midnightUs = Date.UTC(2026, 10, 2) * 1000;

  it("is written in that zone, day and all", () => {
    expect(formatInstant(midnightUs, "minute", "America/New_York")).toBe("1 Nov 2026, 19:00");
    expect(formatInstant(midnightUs, "minute", "Asia/Kolkata")).toBe("2 Nov 2026, 05:30");
  });

  it("is written in UTC where nobody says which", () => {
    expect(displayZone()).toBe("UTC");
    expect(formatInstant(midnightUs, "minute")).toBe("2 Nov 2026, 00:00");
  });
});

it("an interval of which both ends read alike is told once", () => {
  const minuteUs = 60_000_000;
  expect(formatInterval([minuteUs, 3 * minuteUs], formatDuration)).toBe("1 min – 3 min");
  expect(formatInterval([minuteUs, 1.2 * minuteUs], formatDuration)).toBe("1 min");
});

it("what is due as a day ends is due that day", () => {
  const midnightUs = Date.UTC(2026, 8, 6) * 1000;
  expect(formatDue(midnightUs)).toBe("end of Sat 5 Sept 2026");
  expect(formatDue(midnightUs, "Asia/Kolkata")).toBe("Sun 6 Sept 2026, 05:30");
  expect(isoDue(midnightUs)).toBe("2026-09-05");
  expect(isoDue(midnightUs, "Asia/Kolkata")).toBe("2026-09-06T00:00:00.000Z");
  expect(isoDue(midnightUs - 5.5 * 3_600_000_000, "Asia/Kolkata")).toBe("2026-09-05");
});
