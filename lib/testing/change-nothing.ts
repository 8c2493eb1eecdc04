import { expect } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { rereadSpans } from "@/lib/pipeline/derive/reread-spans";
import { readSettings, writeSettings } from "@/lib/store/decisions/decisions";
import { statement } from "@/lib/store/port";
import type { TestWorkspace } from "./test-workspace";

/** Adds an alias that no span uses, reads spans again, and expects that no case waits anew. */
export async function changeNothing(workspace: TestWorkspace): Promise<void> {
  const aliases = { ...defaultSettings.aliases, region: ["nobody.says.this"] };
  await writeSettings(workspace.db, { ...defaultSettings, aliases });
  const marked = await queueRevisions(workspace);
  expect(marked.length).toBeGreaterThan(0);
  await rereadSpans(workspace.db, await readSettings(workspace.db), {
    now: () => 1_780_000_000_000_000,
    maskAnswer: workspace.maskAnswer,
  });
  expect(await queueRevisions(workspace)).toEqual(marked);
}

/** The waiting queue entries with their revisions. */
function queueRevisions({ db }: TestWorkspace): Promise<unknown[]> {
  return db.read((connection) =>
    statement<unknown[]>(
      connection,
      "SELECT stage, key, mark FROM queue ORDER BY stage, key",
    ).all(),
  );
}
