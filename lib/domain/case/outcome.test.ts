import { describe, expect, it } from "vitest";
import { isResolved, outcomeAt, outcomes, type OutcomeFacts } from "./outcome";

const day = 86_400_000_000;

const open: OutcomeFacts = {
  isMerged: false,
  hasTranscript: true,
  isPassedOn: false,
  openedUs: 0,
  closing: null,
  reopenedUs: null,
  repeatUs: null,
  evidence: "none",
  matureUs: 14 * day,
};
const closed: OutcomeFacts = {
  ...open,
  closing: { atUs: day, from: "event" },
  matureUs: 8 * day,
};
const silent: OutcomeFacts = { ...closed, closing: { atUs: day, from: "inferred" } };

describe("the outcome table, row by row", () => {
  it.each<[string, OutcomeFacts, number, string]>([
    [
      "1 a merged case, whatever else",
      { ...closed, isMerged: true, evidence: "verified" },
      20,
      "duplicate",
    ],
    ["2 no transcript, nobody closed it", { ...open, hasTranscript: false }, 20, "unknown"],
    ["2 no transcript, closing inferred", { ...silent, hasTranscript: false }, 20, "unknown"],
    ["2 not where an event closed it", { ...closed, hasTranscript: false }, 20, "closed_unproven"],
    [
      "3 reopened, before maturity",
      { ...closed, reopenedUs: 2 * day, evidence: "verified" },
      3,
      "reopened",
    ],
    [
      "3 the same issue came back",
      { ...closed, repeatUs: 2 * day, evidence: "confirmed" },
      20,
      "reopened",
    ],
    ["3 not yet", { ...closed, reopenedUs: 5 * day }, 3, "in_progress"],
    ["4 just closed", { ...closed, evidence: "verified" }, 7.9, "in_progress"],
    ["4 open", open, 13.9, "in_progress"],
    ["4 no maturity known", { ...open, matureUs: null }, 99, "in_progress"],
    ["5 passed on, nobody closed it", { ...open, isPassedOn: true }, 14, "passed_on"],
    [
      "5 passed on, fell quiet",
      { ...silent, isPassedOn: true, evidence: "judged" },
      8,
      "passed_on",
    ],
    ["5 passed on a while ago", { ...open, isPassedOn: true }, 13.9, "in_progress"],
    ["5 passed on, came back", { ...silent, isPassedOn: true, repeatUs: 2 * day }, 14, "reopened"],
    [
      "5 passed on, then closed",
      { ...closed, isPassedOn: true, evidence: "confirmed" },
      8,
      "resolved_confirmed",
    ],
    ["5 verified", { ...closed, evidence: "verified" }, 8, "resolved_verified"],
    ["5 verified, closing inferred", { ...silent, evidence: "verified" }, 8, "resolved_verified"],
    ["5 confirmed", { ...closed, evidence: "confirmed" }, 8, "resolved_confirmed"],
    ["6 judged", { ...silent, evidence: "judged" }, 8, "closed_likely"],
    ["7 closed, assumed", { ...closed, evidence: "assumed" }, 8, "closed_unproven"],
    [
      "7 closed by a record, none",
      { ...closed, closing: { atUs: day, from: "record" } },
      8,
      "closed_unproven",
    ],
    ["7b fell quiet", { ...silent, evidence: "assumed" }, 8, "fell_quiet"],
    ["8 fell quiet with signs against it", { ...silent, evidence: "none" }, 8, "unresolved"],
    ["8 never closed", { ...open, evidence: "judged" }, 14, "unresolved"],
    [
      "8 closed later than asked",
      {
        ...closed,
        closing: { atUs: 30 * day, from: "event" },
        matureUs: 14 * day,
        evidence: "verified",
      },
      20,
      "unresolved",
    ],
  ])("%s", (_row, facts, asOfDays, outcome) => {
    expect(outcomeAt(facts, asOfDays * day)).toBe(outcome);
  });
});

it("counts only proven outcomes as resolved; what is outside the denominator is null", () => {
  expect(Object.fromEntries(outcomes.map((outcome) => [outcome, isResolved(outcome)]))).toEqual({
    duplicate: null,
    unknown: null,
    reopened: false,
    in_progress: null,
    passed_on: null,
    resolved_verified: true,
    resolved_confirmed: true,
    closed_likely: false,
    closed_unproven: false,
    fell_quiet: false,
    unresolved: false,
  });
});
