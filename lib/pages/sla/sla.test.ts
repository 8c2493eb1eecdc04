import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { clusterSums } from "@/lib/testing/cluster-sums";
import { defaultCasesQuery } from "@/lib/analytics/filter/cases-query";
import { breakdownPanel } from "@/lib/analytics/charts/breakdown-panel";
import { slaBreakdowns } from "./breakdowns";
import { noTargetWords, slaTerms } from "./prepare-terms";
import { prepareSlaLede } from "./prepare-lede";
import { slaStatusAt } from "@/lib/analytics/rows/sla-status";
import { urgentRow } from "./urgent-row";
import * as words from "./words/page";
import * as tables from "./words/tables";
import * as terms from "./words/terms";

const states = { none: 0, open: 0, risk: 0, overdue: 0, paused: 0, met: 0, breached: 0 };
const usualWeek = { openMinute: 540, closeMinute: 1020 };

describe("the finding", () => {
  it("says first what needs somebody now, then how often targets are met, few as a fraction", () => {
    expect(
      prepareSlaLede({ ...states, overdue: 1, risk: 2, met: 70, breached: 29, none: 1 }),
    ).toEqual({
      lead: `${words.overdueNotClosed(1)}, ${words.moreAtRisk(2)}.`,
      rest: `${words.endedOnTime("70%", "70 of 100, 60–78%", true)} ${words.haveNoTarget(1)}`,
    });
    expect(prepareSlaLede({ ...states, met: 3, breached: 1 }).rest).toContain("3 of 4");
  });

  it("claims nothing where no target came due, or none was set", () => {
    expect(prepareSlaLede({ ...states, open: 4 })).toEqual({
      lead: `${words.lede.noneOverdue}, ${words.lede.noneAtRisk}.`,
      rest: words.lede.noneDue,
    });
    expect(prepareSlaLede({ ...states, none: 5 })).toEqual({
      lead: words.lede.noTarget,
      rest: words.neitherOnTimeNorLate(5),
    });
    expect(prepareSlaLede(states).lead).toBe(words.lede.noCases);
  });
});

it("spells out hours, zone and where targets come from", () => {
  const week = { ...defaultSettings.businessHours.week, wed: null, sat: usualWeek, sun: null };
  const days = { mon: usualWeek, tue: usualWeek, thu: usualWeek, fri: usualWeek };
  const caseType = { horizonDays: null, isFirstContactResolvable: true };
  const [hours, targets] = slaTerms({
    businessHours: { week: { ...week, ...days }, holidays: ["2026-12-25"] },
    timeZone: "America/New_York",
    caseTypes: {
      refund: { ...caseType, resolveWithinBusinessHours: 24 },
      account: { ...caseType, resolveWithinBusinessHours: null },
    },
  });
  expect(hours).toBe(
    terms.oneClock(
      "Mon–Tue 09:00–17:00, Thu–Sat 09:00–17:00",
      terms.closedOn(1),
      "America/New_York",
    ),
  );
  expect(targets).toBe(terms.targetIs(terms.typeTargets(terms.typeTarget("refund", 24))));
  const without = slaTerms({ ...defaultSettings, caseTypes: {} })[1];
  expect(without).toBe(terms.targetIs(terms.terms.noTypeTargets));
});

it("says what gives a case a target where none has one", () => {
  const caseType = { horizonDays: null, isFirstContactResolvable: true };
  const given = (resolveWithinBusinessHours: number | null) =>
    noTargetWords({ caseTypes: { refund: { ...caseType, resolveWithinBusinessHours } } });
  const { set, setForThese, target } = words.noTargets;
  expect(given(null)).toBe(`${set} ${target}`);
  expect(given(8)).toBe(`${setForThese} ${target}`);
});

describe("groups", () => {
  const group = (value: string, hits: number, of: number) => ({
    ...{ value, sums: clusterSums(hits, of) },
  });
  const compared = (...groups: readonly ReturnType<typeof group>[]) => {
    const sum = (part: "hits" | "of") => groups.reduce((all, { sums }) => all + sums[part], 0);
    const rates = { groups, all: clusterSums(sum("hits"), sum("of")) };
    const [byType] = slaBreakdowns;
    if (byType === undefined) throw new Error("SLA has no breakdown.");
    return breakdownPanel(defaultCasesQuery, rates, byType);
  };
  const titleOf = (...groups: readonly ReturnType<typeof group>[]) =>
    compared(...groups).frame.title;

  it("are named only where their interval differs from that of all others", () => {
    expect(titleOf(group("outage", 20, 100), group("refund", 80, 100))).toBe(
      `${tables.apartFromOthers("Outage", "below")}${tables.shareAgainst("20%", "80%")}`,
    );
    expect(titleOf(group("outage", 5, 10), group("refund", 6, 10))).toBe(
      tables.noDifference("case type"),
    );
    expect(titleOf(group("outage", 0, 9), group("refund", 320, 400))).toBe(
      tables.noDifference("case type"),
    );
    expect(titleOf(group("refund", 6, 10))).toBe(tables.sameGroup("case type"));
    expect(titleOf()).toBe(tables.breakdowns.noneDue);
  });

  it("open the cases that count", () => {
    const { rows, frame } = compared(group("refund", 3, 4));
    expect(rows).toMatchObject([
      { shown: "3 of 4", href: "/cases?type=refund&metric=sla_attainment.denominator" },
    ]);
    expect(frame.note).toBe(tables.fewCases("refund"));
  });
});

it("tells how long is left or how late it is in business time", () => {
  const calendar = { hours: defaultSettings.businessHours, timeZone: "UTC" };
  const us = (iso: string) => Date.parse(iso) * 1000;
  const item = { caseId: "C-1", caseType: null, journey: [] };
  const friday = us("2026-11-20T15:30:00Z");
  const rowFor = (due: string, asOfUs: number) => {
    const instants = { slaRiskUs: 0, slaPausedUs: null, slaStoppedUs: null };
    const status = slaStatusAt({ ...instants, slaDueUs: us(due) }, calendar, asOfUs);
    return urgentRow(item, status, us(due));
  };
  expect(rowFor("2026-11-23T10:00:00Z", friday)).toMatchObject({
    href: "/cases/C-1",
    caseType: "No type",
    leftWords: "2.5 business hours left",
    stateWords: "At risk",
  });
  expect(rowFor("2026-11-20T15:00:00Z", friday)).toMatchObject({
    leftWords: "30 business minutes late",
  });
  const saturday = us("2026-11-21T10:00:00Z");
  expect(rowFor("2026-11-22T00:00:00Z", saturday).leftWords).toBe("ends before business hours");
  expect(rowFor("2026-11-20T17:00:00Z", saturday).leftWords).toBe("time ran out Fri 20 Nov, 17:00");
});
