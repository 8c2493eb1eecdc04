import { expect, it } from "vitest";
import type { SampleItem } from "@/lib/domain/quality/review-sample";
import { withMemoryStore } from "@/lib/testing/memory-store";
import { addReview, readReviews } from "../decisions/disclosure-reviews";
import { addSample, findSampled, readSample } from "../decisions/review-samples";
import { removeDecisions } from "./remove-decisions";

const rule = "recording-notice-all-party";
const stamp = { revision: 1, nowUs: 20 };

it("removes what hangs on a contact without words, and leaves that of others", async () => {
  await withMemoryStore(async (db) => {
    const [gone, kept] = [["C-1", "t1/s1"] as const, ["C-2", '["C-2","voice","i-2"]'] as const];
    const wordless = ["C-1", '["C-1","voice","i-1"]'] as const;
    const placed = [gone, wordless, kept];
    for (const [caseId, anchor] of placed) {
      const of = { caseId, anchor, rule, version: 1, status: "missing" } as const;
      await addReview(db, { ...of, decision: "confirmed", reason: "", actor: "ann", atUs: 10 });
    }
    const items = placed.map(([caseId, anchor]): SampleItem => ({
      ...{ caseId, anchor, rule, version: 1, status: "missing", channel: "voice" },
      ...{ part: "random", atUs: 10, isSecond: false },
    }));
    const drawn = { seed: 1, filter: "", population: 3, items };
    const id = await addSample(db, drawn, { drawnUs: 10, drawnBy: "ann" });
    expect(await findSampled(db, { anchor: kept[1], rule, caseId: "C-2" })).toBeNull();

    const erased = {
      ...{ customerId: "u-1", traces: new Set(["t1"]), cases: new Set(["C-1"]) },
      contacts: new Set(["i-1"]),
    };
    await db.write((connection) => removeDecisions(connection, erased, stamp));
    const left = (await readSample(db, id, null))?.items.map(({ anchor }) => anchor);
    expect(left).toEqual([kept[1]]);
    for (const [, anchor] of placed) {
      const reviews = await readReviews(db, { anchor, rule }, "ann");
      expect(reviews).toHaveLength(anchor === kept[1] ? 1 : 0);
    }
  });
});
