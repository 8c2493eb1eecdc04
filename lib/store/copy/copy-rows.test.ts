import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { digest } from "@/lib/pipeline/derive/digest";
import { emptyLocation } from "@/lib/testing/empty-location";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { findNearWords } from "../search/near-words";
import { openWriter } from "../open-database";
import { nextRevision } from "../queue";
import { copyRows } from "./copy-rows";

it("copies a workspace to a file and from there back, with the same digest and words, and it goes on", async () => {
  const folder = mkdtempSync(join(tmpdir(), "throughline-copy-"));
  try {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(syntheticExport(5, 12).requests);
      const before = await workspace.digest();
      const file = await openWriter(join(folder, "copy.db"));
      const shares: number[] = [];
      await copyRows(workspace.db, file, (share) => shares.push(share));
      expect(await digest(file)).toBe(before);
      expect(shares.at(-1)).toBe(1);
      const back = await openWriter(emptyLocation());
      await copyRows(file, back, () => undefined);
      expect(await digest(back)).toBe(before);
      expect(await findNearWords(back, "roter")).toEqual(
        await findNearWords(workspace.db, "roter"),
      );
      const revisions = [];
      for (const db of [workspace.db, file, back])
        revisions.push(await db.write((connection) => nextRevision(connection)));
      expect(new Set(revisions).size).toBe(1);
      await file.close();
      await back.close();
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
