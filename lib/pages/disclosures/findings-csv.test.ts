import { expect, it } from "vitest";
import { childListCodecs } from "@/lib/analytics/filter/child-list-query";
import { rawParams } from "@/lib/format/address/raw-params";
import { childListCsv } from "@/lib/pages/lists/load";
import { readsAll } from "@/lib/testing/reads-all";
import { recordedCalls, reviewedUs } from "@/lib/testing/review-calls";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";

it("names in each row of the file the contact, by its number in the case and the id it came with", async () => {
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(recordedCalls(0, 2));
    await workspace.derive();
    const seen = { path: locationIn(workspace.folder, "main"), scope: null };
    const { query } = childListCodecs.disclosures.parse(rawParams("period=all"));
    let csv = "";
    for await (const chunk of childListCsv(seen, query, reviewedUs, readsAll)) csv += chunk;
    const [head = "", ...lines] = csv.trimEnd().split("\r\n");
    expect(head).toMatch(/,Decision,Words from,Contact,Contact id$/u);
    expect(lines.map((line) => line.split(",").slice(-2)).sort()).toEqual([
      ["1", "call-0"],
      ["1", "call-1"],
    ]);
  });
});
