import { MISSING } from "@/lib/analytics/facets/case-facets";
import { describe, expect, it } from "vitest";
import type { HandoffTally } from "@/lib/analytics/handoffs/tally-handoffs";
import { defaultCasesQuery } from "@/lib/analytics/filter/cases-query";
import { prepareKeptBy } from "./prepare-breakdowns";
import { promiseStateWords } from "@/lib/format/promise-state-words";
import { prepareHandoffsLede } from "./prepare-lede";
import { keptByWords as words, ledeWords } from "./words";

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
    const told = prepareHandoffsLede({ all: pair("chat", "chat", 120, 160), pairs }, 0);
    expect(told.lead).toBe(ledeWords.reached("75%", false, "68–81%"));
    expect(told.rest).toBe(ledeWords.keepsLess("Chat → Voice", ledeWords.clearlyLess, 30, 60, ""));
  });

  it("says how many promises are overdue, whatever is known of the context", () => {
    const all = pair("chat", "chat", 0, 0);
    expect(prepareHandoffsLede({ all, pairs: [] }, 23)).toEqual({
      lead: ledeWords.none,
      rest: ledeWords.overdue(23),
    });
    expect(prepareHandoffsLede({ all, pairs: [] }, 1).rest).toMatch(/^1 promise is /u);
  });

  it("names none where the interval does not, or where there are few", () => {
    const all = pair("chat", "chat", 70, 100);
    const pairs = [pair("chat", "voice", 28, 45), pair("sms", "voice", 0, 5)];
    expect(prepareHandoffsLede({ all, pairs }, 0).rest).toBe(ledeWords.noneApart);
    expect(prepareHandoffsLede({ all: pair("chat", "chat", 0, 0), pairs: [] }, 0).lead).toBe(
      ledeWords.none,
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
  expect(directions.frame.title).toBe(words.onlyOne(words.direction.by, words.allAre("AI → AI")));
  expect(teams.frame.title).toBe(words.onlyOne(words.team.by, words.noneNamed(words.noTeam)));
  expect(kinds.frame.title).toBe(words.tooFew(words.kind.by));
});

describe("a promise's state", () => {
  const hourUs = 3_600_000_000;
  const now = 100 * hourUs;
  const open = { kind: "callback", status: "open", settledUs: null } as const;
  it("says how long it is overdue, or has left, or that it has no date", () => {
    expect(promiseStateWords({ ...open, dueUs: now - 15 * hourUs }, now)).toEqual({
      tone: "fail",
      label: "15 h overdue",
    });
    expect(promiseStateWords({ ...open, dueUs: now + 2.5 * hourUs }, now)).toEqual({
      tone: "warn",
      label: "2 h 30 min left",
    });
    expect(promiseStateWords({ ...open, dueUs: null }, now).label).toBe("no date");
    const kept = { ...open, status: "kept", settledUs: now - 1, dueUs: null } as const;
    expect(promiseStateWords(kept, now)).toEqual({ tone: "pass", label: "kept" });
    expect(promiseStateWords(kept, now - 2).label).toBe("no date");
  });

  it("is late, not kept, after its time, and cannot be checked where no trace would show it", () => {
    const late = { ...open, status: "late", settledUs: now, dueUs: now - 3 * hourUs } as const;
    expect(promiseStateWords(late, now)).toEqual({ tone: "fail", label: "3 h late" });
    expect(promiseStateWords(late, now - hourUs).label).toBe("2 h overdue");
    const refund = { ...open, kind: "refund", dueUs: now - hourUs } as const;
    expect(promiseStateWords(refund, now)).toEqual({ tone: "none", label: "cannot be checked" });
    expect(promiseStateWords(refund, now - 2 * hourUs).label).toBe("1 h left");
  });
});
