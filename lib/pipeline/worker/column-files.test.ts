import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { openWriter } from "@/lib/store/open-database";
import { sweepWorkspace } from "./column-files";
import { workspacePath } from "./data-folder";

it("leaves nothing of a workspace's columns once what was removed is swept", async () => {
  const folder = mkdtempSync(join(tmpdir(), "throughline-sweep-"));
  vi.stubEnv("THROUGHLINE_DATA", folder);
  vi.stubEnv("THROUGHLINE_DATABASE_URL", "");
  const db = await openWriter(workspacePath("main"));
  try {
    for (const name of ["main.columns", "main.columns.0a1b2c3d.draft", "demo.columns"])
      writeFileSync(join(folder, name), "");
    await sweepWorkspace(db);
    const left = readdirSync(folder).filter((name) => name.includes(".columns"));
    expect(left).toEqual(["demo.columns"]);
  } finally {
    await db.close();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  }
});
