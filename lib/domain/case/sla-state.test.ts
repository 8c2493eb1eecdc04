import { expect, it } from "vitest";
import { slaStateAt } from "./sla-state";

const clock = { slaDueUs: 100, slaRiskUs: 80, slaPausedUs: null, slaStoppedUs: null };
const statesAt = (changed: Partial<Record<keyof typeof clock, number | null>>, at: number[]) =>
  at.map((asOfUs) => slaStateAt({ ...clock, ...changed }, asOfUs));

it("goes on with the clock: time to spare, at risk, overdue", () => {
  expect(statesAt({}, [79, 80, 100, 101])).toEqual(["open", "risk", "risk", "overdue"]);
});

it("stays paused however long that takes, and stays overdue where it was before", () => {
  expect(statesAt({ slaPausedUs: 90 }, [85, 90, 500])).toEqual(["risk", "paused", "paused"]);
  expect(statesAt({ slaPausedUs: 110 }, [105, 500])).toEqual(["overdue", "overdue"]);
});

it("is met or breached for good when it stopped", () => {
  expect(statesAt({ slaStoppedUs: 100 }, [99, 100, 500])).toEqual(["risk", "met", "met"]);
  expect(statesAt({ slaStoppedUs: 101 }, [101, 500])).toEqual(["breached", "breached"]);
});

it("is none where nobody set a target", () => {
  expect(statesAt({ slaDueUs: null, slaStoppedUs: 50 }, [10, 60])).toEqual(["none", "none"]);
});
