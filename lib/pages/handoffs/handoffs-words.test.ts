import { MISSING } from "@/lib/analytics/facets/case-facets";
import { describe, expect, it } from "vitest";
import type { HandoffTally } from "@/lib/analytics/handoffs/tally-handoffs";
import { defaultCasesQuery } from "@/lib/analytics/filter/cases-query";
import { prepareKeptBy } from "./prepare-breakdowns";
import { stateView } from "./prepare-promises";
import { prepareHandoffsLede } from "./prepare-lede";

type Pair = HandoffTally["pairs"][number];

/** A pair whose facts are each of a case of their own. */
const pair = (from: Pair["from"], to: Pair["to"], hits: number, of: number): Pair => ({
  ...{ from, to, handoffs: of },
  fates: { carried: hits, "asked-again": of - hits, "said-again": 0, contradicted: 0, lost: 0 },
  kept: { hits, of, hitsSquared: hits, product: hits, ofSquared: of },
});

describe("the lede", () => {
  it("says how much gets across, and names the pair that clearly keeps the least", () => {
    const pairs = [pair("chat", "voice", 30, 60), pair("voice", "email", 90, 100)];
    const told = prepareHandoffsLede({ all: pair("chat", "chat", 120, 160), pairs });
    expect(told.lead).toBe("75% of what was known and mattered got across (68–81%).");
    expect(told.rest).toBe("Chat → Voice keeps clearly less than the others: 30 of 60 facts.");
  });

  it("names none where the interval does not, or where there are few", () => {
    const all = pair("chat", "chat", 70, 100);
    const pairs = [pair("chat", "voice", 28, 45), pair("sms", "voice", 0, 5)];
    expect(prepareHandoffsLede({ all, pairs }).rest).toBe(
      "No frequent pair of channels loses clearly more than the others.",
    );
    expect(prepareHandoffsLede({ all: pair("chat", "chat", 0, 0), pairs: [] }).lead).toBe(
      "No case of this period has a handoff.",
    );
  });
});

it("does not call few what is all of one kind", () => {
  const all = pair("chat", "voice", 30, 60);
  const nothing = { pairs: [], releases: [], teams: [], facts: [], packets: [], topics: [] };
  const { directions, kinds, teams } = prepareKeptBy(
    {
      ...{ ...nothing, all },
      teams: [{ ...all, team: MISSING }],
      directions: [{ ...all, fromKind: "ai", toKind: "ai" }],
      kinds: [
        { ...pair("chat", "voice", 2, 4), kind: "channel-switch" },
        { ...pair("chat", "voice", 3, 5), kind: "return" },
      ],
    },
    defaultCasesQuery,
  );
  expect(directions.frame.title).toBe("Nothing to compare by who hands to whom: all are AI → AI");
  expect(teams.frame.title).toBe(
    "Nothing to compare by team of whoever takes over: no team is named",
  );
  expect(kinds.frame.title).toBe("Too few handoffs to compare by kind of handoff");
});

describe("a promise's state", () => {
  const hourUs = 3_600_000_000;
  const now = 100 * hourUs;
  const open = { kind: "callback", status: "open", settledUs: null } as const;
  it("says how long it is overdue, or has left, or that it has no date", () => {
    expect(stateView({ ...open, dueUs: now - 15 * hourUs }, now)).toEqual({
      tone: "fail",
      label: "15 h overdue",
    });
    expect(stateView({ ...open, dueUs: now + 2.5 * hourUs }, now)).toEqual({
      tone: "warn",
      label: "2 h 30 min left",
    });
    expect(stateView({ ...open, dueUs: null }, now).label).toBe("no date");
    const kept = { ...open, status: "kept", settledUs: now - 1, dueUs: null } as const;
    expect(stateView(kept, now)).toEqual({ tone: "pass", label: "kept" });
    expect(stateView(kept, now - 2).label).toBe("no date");
  });

  it("is late, not kept, after its time, and cannot be checked where no trace would show it", () => {
    const late = { ...open, status: "late", settledUs: now, dueUs: now - 3 * hourUs } as const;
    expect(stateView(late, now)).toEqual({ tone: "fail", label: "3 h late" });
    expect(stateView(late, now - hourUs).label).toBe("2 h overdue");
    const refund = { ...open, kind: "refund", dueUs: now - hourUs } as const;
    expect(stateView(refund, now)).toEqual({ tone: "none", label: "cannot be checked" });
    expect(stateView(refund, now - 2 * hourUs).label).toBe("1 h left");
  });
});
