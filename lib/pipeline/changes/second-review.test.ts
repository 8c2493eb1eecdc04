import { expect, it } from "vitest";
import { drawSecond } from "@/lib/analytics/disclosures/draw-second";
import { loadQueue } from "@/lib/pages/disclosures/load-queue";
import { loadSample } from "@/lib/pages/disclosures/load-samples";
import { loadSecond } from "@/lib/pages/disclosures/load-second";
import { queueCodec } from "@/lib/pages/disclosures/queue/url";
import { sampleCodec } from "@/lib/pages/disclosures/samples/url";
import type { SecondReview } from "@/lib/domain/quality/review-sample";
import { readSample } from "@/lib/store/decisions/review-samples";
import {
  callRule as rule,
  decideOnCall,
  drawCalls,
  recordedCalls,
  reviewContext,
  reviewedUs,
  signSample,
} from "@/lib/testing/review-calls";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { eraseCustomer } from "../intake/erase-customer";
import { createHashTombstone } from "../worker/data-folder";
import { applyChange } from "./apply-change";
import { readValue } from "@/lib/testing/read-values";
import { locationIn } from "@/lib/testing/postgres/folder-database";

const id = 1;

it("draws a share of each rule and outcome, at least one, the same with the same seed", () => {
  const items = Array.from({ length: 40 }, (_, at) => ({
    rule: at < 38 ? "often" : "rarely",
    status: at % 4 === 0 ? ("missing" as const) : ("given" as const),
  }));
  const drawn = drawSecond(items, 0.2, 7);
  expect(drawSecond(items, 0.2, 7)).toEqual(drawn);
  expect(drawSecond(items, 0, 7).size).toBe(0);
  expect(drawSecond(items, 1, 7).size).toBe(40);
  const count = (name: string, status: string) =>
    [...drawn].filter((at) => items[at]?.rule === name && items[at].status === status).length;
  // Of 10, 28, 0 and 2.
  expect([count("often", "missing"), count("often", "given")]).toEqual([2, 6]);
  expect([count("rarely", "missing"), count("rarely", "given")]).toEqual([0, 1]);
});

it("hides the first decision, takes the second from somebody else, and says how far they agree", async () => {
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(recordedCalls(0, 6));
    await workspace.derive();
    const sample = await drawCalls(workspace, 1, 4, 2, 1);
    await applyChange(reviewContext(workspace), { kind: "sample-drawn", sample, actor: "ann" });
    for (const { caseId } of sample.items) await decideOnCall(workspace, caseId, "confirmed");
    const sign = () => signSample(workspace, { id, actor: "bob" });
    await expect(sign()).rejects.toThrow(/^6 of 6 .*second review/u);

    const seen = { path: locationIn(workspace.folder, "main"), scope: null };
    const shown = await loadSecond(seen, id, { item: null }, "bob");
    expect([shown?.lines.length, shown?.position, shown?.hindrance]).toEqual([6, 0, ""]);
    expect(JSON.stringify(shown)).not.toMatch(
      /confirmed|Read by ear|"ann"|[Nn]obody|not reviewed/u,
    );
    const ofAnn = await loadSecond(seen, id, { item: 1 }, "ann");
    expect(ofAnn?.hindrance).toContain("somebody else has to review it");
    const scope = { regions: ["US-CA"], teams: [] };
    expect(await loadSecond({ ...seen, scope }, id, { item: null }, "bob")).toBeNull();

    const waitsFor = async (viewer: string) => {
      const of = { viewer, dueUs: () => reviewedUs, names: new Map<string, string>() };
      return (await loadQueue(seen, queueCodec.defaultValue, reviewedUs, of)).seconds;
    };
    expect(await waitsFor("ann")).toEqual([]);
    expect(await waitsFor("bob")).toEqual([
      {
        href: "/disclosures/samples/1/second",
        words: expect.stringMatching(/^6 findings .* 1 /u) as string,
      },
    ]);

    await expect(second(workspace, 0, "confirmed", "ann")).rejects.toThrow("somebody else");
    await expect(second(workspace, 0, "overturned", "bob", "")).rejects.toThrow("why");
    for (const position of [0, 1, 2, 3, 4]) await second(workspace, position, "confirmed", "bob");
    await second(workspace, 5, "overturned", "bob");
    await expect(second(workspace, 5, "confirmed", "bob")).rejects.toThrow("already");
    expect(await waitsFor("bob")).toEqual([]);

    const page = await loadSample(seen, id, sampleCodec.defaultValue, reviewedUs, {
      ...{ viewer: "bob", names: new Map() },
    });
    // Of 3 given and 3 missing all but the last are alike: expected by chance 1/2.
    expect(page?.agreement).toMatch(/ 6 of 6 .* 5 alike; .* 0\.67 \(.*, n = 6\)\.$/u);
    expect((await sign()).id).toBe(1);

    const customerId = (sample.items[5]?.caseId ?? "").replace("C-", "u-");
    const hashTombstone = createHashTombstone(workspace.folder);
    await eraseCustomer(workspace.db, { customerId, hashTombstone, nowUs: reviewedUs });
    const left = await workspace.db.read((connection) =>
      readValue(connection, "SELECT count(*) FROM second_reviews"),
    );
    expect(left).toBe(5);
  });
});

/** A second review of a finding of the sample. */
async function second(
  workspace: TestWorkspace,
  position: number,
  decision: SecondReview["decision"],
  actor: string,
  reason = "Read by eye.",
) {
  const items = (await readSample(workspace.db, id, null))?.items ?? [];
  const { caseId = "", status = "missing", version = 0 } = items[position] ?? {};
  return applyChange(reviewContext(workspace), {
    ...{ kind: "finding-second-reviewed", id, position, caseId, rule, status, version },
    ...{ decision, reason, actor },
  });
}
