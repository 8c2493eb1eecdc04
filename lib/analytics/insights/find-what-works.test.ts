import { beforeAll, describe, expect, it } from "vitest";
import { runs } from "@/lib/testing/runs";
import { demoSeed, demoWorkspace } from "@/lib/testing/demo-workspace";
import { everyCase } from "../filter/cases-query";
import { readSnapshot } from "../load/read-snapshot";
import { seededBelow } from "@/lib/stats/seeded-below";
import { drawPositions } from "@/lib/stats/draw-positions";
import { readFirstContacts } from "@/lib/store/cases/read-contacts";
import { findWhatWorks } from "./find-what-works";
import type { ServedContact } from "./served-contact";
import { readOutcomes, type JudgedCase } from "./read-outcomes";

let judged: readonly JudgedCase[] = [];
let contacts: readonly ServedContact[] = [];

beforeAll(async () => {
  const { db, seen } = await demoWorkspace();
  const query = everyCase;
  const read = await readSnapshot(seen, query, demoSeed.endUs, (cases) =>
    readOutcomes(cases, 2_000),
  );
  judged = read.cases;
  contacts = await readFirstContacts(
    db,
    judged.map(({ key }) => key),
  );
});

const find = (outcomes = judged, all = contacts) => findWhatWorks(outcomes, all, seededBelow(1));

describe("findWhatWorks", () => {
  it("finds what the demo's faster team does with outages, with its words", () => {
    const [first, ...rest] = find().findings;
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      issue: "outage",
      step: { kind: "call", names: ["reset_port"] },
    });
    expect(first?.difference.interval[0]).toBeGreaterThan(0.2);
    expect(first?.alongside).toContainEqual({ kind: "words", names: ["reset", "port"] });
    expect(first?.teams[0]?.team).toBe("Network north");
    expect(first?.quotes.length).toBe(3);
    for (const { words } of first?.quotes ?? []) expect(words).toMatch(/reset (your|the) port/u);
  });

  it("finds the same in any order of cases and contacts", () => {
    expect(find(judged.toReversed(), contacts.toReversed())).toEqual(find());
  });

  it("counts a customer once per issue", () => {
    const again = contacts.map((contact) => ({ ...contact, key: contact.key + 1_000_000 }));
    const later = judged.map((each) => ({
      ...each,
      key: each.key + 1_000_000,
      openedUs: each.openedUs + 1,
    }));
    const twice = find([...judged, ...later], [...contacts, ...again]);
    expect(twice.issues.map(({ cases }) => cases)).toEqual(find().issues.map(({ cases }) => cases));
  });

  it("finds nothing of one person alone", () => {
    const alone = contacts.map((contact) => ({
      ...contact,
      lines: contact.lines.map((line) =>
        line.kind === "said" && /^agent-3/u.test(line.agentId ?? "")
          ? { ...line, agentId: "agent-311" }
          : line,
      ),
    }));
    const north = find(judged, alone).findings.filter(({ teams }) => teams.length === 1);
    expect(north).toEqual([]);
  });

  it("finds nothing in 19 of 20 workspaces whose outcomes were dealt out at random", () => {
    const seeds = Array.from({ length: runs(100) }, (_, seed) => seed);
    const quiet = seeds.filter((seed) => {
      const order = drawPositions(judged.length, judged.length, seededBelow(1_000 + seed));
      const dealt = judged.map((each, at): JudgedCase => {
        const { isLasting, tookUs } = judged[order[at] ?? at] ?? each;
        return { ...each, isLasting, tookUs };
      });
      return findWhatWorks(dealt, contacts, seededBelow(seed)).findings.length === 0;
    });
    expect(quiet.length).toBeGreaterThanOrEqual(Math.floor(0.95 * seeds.length));
  });
});
