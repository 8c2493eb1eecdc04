import { expect, it } from "vitest";
import type { DerivedCase } from "@/lib/domain/case/case";
import { everyCase } from "@/lib/analytics/filter/cases-query";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { derivedCase, derivedMessage, firstUs } from "@/lib/testing/derived-case";
import { storeCases } from "@/lib/testing/memory-store";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { loadCasesPage } from "./load";
import { loadMissingWords } from "./load-missing-words";
import { loadRowHits } from "./load-row-hits";

const tool = { name: "get_order", args: "", isError: false };
const europe = { regions: ["EU"], teams: [] };
const cases: readonly DerivedCase[] = [
  derivedCase({ caseId: "C-1", messages: [derivedMessage({ text: "My refund is late." })] }),
  derivedCase({
    caseId: "C-2",
    messages: [
      derivedMessage({ ordinal: 0, speaker: "system", text: "Never mention flugelhorns." }),
      derivedMessage({ ordinal: 1, speaker: "agent", agentKind: "human", text: "A refund, then." }),
      derivedMessage({ ordinal: 2, speaker: "tool", tool, text: "unshipped since Monday" }),
    ],
  }),
  derivedCase({
    caseId: "C-3",
    region: "US",
    messages: [derivedMessage({ text: "Refunding my harpsichord" })],
  }),
];

it("lists what customers, agents and tools said, in any letter case, and shows who said it", async () => {
  await withCases(async (seen) => {
    expect(await linesOf(seen, "REFUND")).toEqual({
      "C-1": "Customer: My [refund] is late.",
      "C-2": "Human agent: A [refund], then.",
      "C-3": "Customer: [Refunding] my harpsichord",
    });
    expect(await linesOf(seen, '"unshipped since"')).toEqual({
      "C-2": "Tool get_order: [unshipped since] Monday",
    });
    expect(await linesOf(seen, "get-order")).toEqual({ "C-2": "Tool get_order: " });
    expect(await linesOf(seen, "flugelhorns")).toEqual({});
    expect(await linesOf(seen, "")).toEqual({});
  });
});

it("names what is near to a word that nobody says, with the cases that it leads to", async () => {
  await withCases(async (seen) => {
    expect(await missingOf(seen, "refnud")).toEqual(["refnud: refund 3 by refund"]);
    expect(await missingOf(seen, "refnud late")).toEqual(["refnud: refund 1 by refund late"]);
    expect(await missingOf(seen, "REFNUD laet")).toEqual([
      "REFNUD: refund 3 by refund",
      "laet: late 1 by late",
    ]);
    expect(await missingOf(seen, '"refund then lost"')).toEqual(["lost: "]);
    expect(await missingOf(seen, "late unshipped")).toEqual([]);
    expect(await missingOf(seen, "refund")).toEqual([]);
  });
});

it("names no word that only cases beyond the viewer's regions have", async () => {
  await withCases(async (seen) => {
    expect(await missingOf(seen, "harpsichrod")).toEqual([
      "harpsichrod: harpsichord 1 by harpsichord",
    ]);
    const limited = { ...seen, scope: europe };
    expect(await missingOf(limited, "harpsichrod")).toEqual(["harpsichrod: "]);
    expect(await missingOf(limited, "harpsichord")).toEqual(["harpsichord: "]);
    expect(await missingOf(limited, "refnud")).toEqual(["refnud: refund 2 by refund"]);
  });
});

async function withCases(work: (seen: SeenWorkspace) => Promise<void>): Promise<void> {
  await withTestWorkspace(async ({ folder, db }) => {
    await storeCases(db, cases);
    await work({ path: locationIn(folder, "main"), scope: null });
  });
}

async function linesOf(seen: SeenWorkspace, text: string): Promise<Record<string, string>> {
  const hits = await loadRowHits(seen, await loadCasesPage(seen, { ...everyCase, text }, firstUs));
  const lines = [...hits].map(([caseId, hit]) => {
    const words = hit.words.map((each) => (each.hit === null ? each.raw : `[${each.raw}]`));
    return [caseId, `${hit.label}: ${words.join("")}`] as const;
  });
  return Object.fromEntries(lines);
}

async function missingOf(seen: SeenWorkspace, text: string): Promise<readonly string[]> {
  const page = await loadCasesPage(seen, { ...everyCase, text }, firstUs);
  const missing = await loadMissingWords(seen, page, firstUs);
  return missing.map(({ word, near }) => {
    const found = near.map((each) => `${each.word} ${String(each.cases)} by ${each.query.text}`);
    return `${word}: ${found.join(", ")}`;
  });
}
