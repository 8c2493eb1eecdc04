import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { digest } from "@/lib/pipeline/derive/digest";
import { emptyLocation } from "@/lib/testing/postgres/folder-database";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { insertRow } from "../insert-row";
import { openWriter } from "../open-database";
import type { Database } from "../port";
import { nextRevision } from "../queue";
import { findNearWords } from "../search/near-words";
import { openBatch } from "../spans/batches";
import { beginNotes, endNotes } from "./copy-notes";
import { copyRows, countToCopy } from "./copy-rows";
import { digestOfTables, digestTables } from "./row-digest";
import { copiedTables } from "./tables";

const schema = "workspace";
const insertView = "INSERT INTO saved_views (path, name, search, created_us) VALUES (?, ?, '', 1)";

it("copies a workspace to a file and from there back, with the same digests and words, and it goes on", async () => {
  const folder = mkdtempSync(join(tmpdir(), "throughline-copy-"));
  try {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(syntheticExport(5, 12).requests);
      const before = await workspace.digest();
      const rowsBefore = await rowDigest(workspace.db);
      const file = await openWriter(join(folder, "copy.db"));
      await copyAll(workspace.db, file);
      const back = await openWriter(await emptyLocation());
      await copyAll(file, back);
      for (const copy of [file, back]) {
        expect(await rowDigest(copy)).toBe(rowsBefore);
        expect(await digest(copy)).toBe(before);
        for (const word of ["roter", "rechnung"])
          expect(await findNearWords(copy, word)).toEqual(await findNearWords(workspace.db, word));
      }
      const next = [];
      for (const db of [workspace.db, file, back])
        next.push([
          await db.write((connection) => nextRevision(connection)),
          await openBatch(db, "another", 1),
          // The first one, in a table that had no row.
          await db.write((connection) => insertRow(connection, insertView, "/cases", "mine")),
        ]);
      expect(next[1]).toEqual(next[0]);
      expect(next[2]).toEqual(next[0]);
      await file.close();
      await back.close();
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it("goes on after each transaction that was the last, without a row twice", async () => {
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(syntheticExport(6, 5).requests);
    await workspace.derive();
    const target = await openWriter(await emptyLocation());
    await beginNotes(target, schema, "a workspace");
    expect(await beginNotes(target, schema, "another")).toBe("a workspace");
    let [writes, interruptions] = [0, 0];
    // The last two of a whole copy note nothing.
    const cut: Database = {
      ...target,
      write: (work) => {
        writes += 1;
        if (writes > 3) throw new Error("cut");
        return target.write(work);
      },
    };
    for (;;) {
      writes = 0;
      const counts: number[] = [];
      const copying = workspace.db.read(async (source) => {
        await copyRows({ source, target: cut, schema, onDone: (count) => counts.push(count) });
        return countToCopy(source, schema);
      });
      const result = await copying.catch((error: unknown) => {
        expect(String(error)).toContain("cut");
        return null;
      });
      interruptions += result === null ? 1 : 0;
      if (result === null && interruptions < 100) continue;
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(result);
      break;
    }
    expect(interruptions).toBeGreaterThan(5);
    await endNotes(target);
    expect(await rowDigest(target)).toBe(await rowDigest(workspace.db));
    expect(await digest(target)).toBe(await digest(workspace.db));
    await target.close();
  });
});

async function copyAll(from: Database, to: Database): Promise<void> {
  await beginNotes(to, schema, "");
  await from.read(async (source) => {
    let done = 0;
    await copyRows({ source, target: to, schema, onDone: (count) => (done += count) });
    expect(done).toBe(await countToCopy(source, schema));
  });
  await endNotes(to);
}

function rowDigest(db: Database): Promise<string> {
  return db.read(async (connection) =>
    digestOfTables(await digestTables(connection, copiedTables[schema], () => undefined)),
  );
}
