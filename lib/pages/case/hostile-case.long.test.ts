import { expect, it } from "vitest";
import { dayUs, firstUs } from "@/lib/testing/derived-case";
import { hostileCases } from "@/lib/testing/hostile/cases";
import { storeCases } from "@/lib/testing/memory-store";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { defaultCaseQuery } from "./url";
import { loadCasePage } from "./load";
import { loadCasePeek } from "./load-peek";

/** About 5 MB of text. */
const size = 1000;

it.each(hostileCases)("reads a case that is %s", async (_, make) => {
  const { derived, knowledge } = make(size);
  await withTestWorkspace(async ({ db, folder }) => {
    await storeCases(db, [derived], knowledge);
    const seen = { path: locationIn(folder, "main"), scope: null };
    const page = await loadCasePage(seen, "C-1", defaultCaseQuery, firstUs + 90 * dayUs);
    expect(page?.contacts).toHaveLength(derived.interactions.length);
    expect(await loadCasePeek(seen, "C-1", "", firstUs)).not.toBeNull();
  });
});
