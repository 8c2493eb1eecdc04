import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { openWriter } from "@/lib/store/open-database";
import { workspacePath } from "../worker/data-folder";
import { readPreview, startPreview } from "./preview-client";

it("ends a preview that another one supersedes without calling that an error", async () => {
  const folder = mkdtempSync(join(tmpdir(), "throughline-preview-"));
  vi.stubEnv("THROUGHLINE_DATA", folder);
  const complaints = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  await (await openWriter(workspacePath("main"))).close();
  const settingsOf = (key: string) => ({ ...defaultSettings, aliases: { caseId: [key] } });
  const first = await startPreview("main", settingsOf("a"));
  // The thread's last message arrives after termination began.
  const thread = globalThis.throughlinePreviews?.get(first)?.thread;
  const second = await startPreview("main", settingsOf("b"));
  thread?.emit("message", { type: "failed", message: "the copy was gone" });
  expect(await readPreview("main", first)).toBeNull();
  await expect.poll(async () => (await readPreview("main", second))?.status).toBe("shown");
  expect(complaints).not.toHaveBeenCalled();
  await globalThis.throughlinePreviews?.get(second)?.thread?.terminate();
  expect(readdirSync(folder).filter((name) => name.startsWith("preview-"))).toEqual([]);
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});
