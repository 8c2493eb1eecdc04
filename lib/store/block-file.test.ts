import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readBlockFile, writeBlockFile } from "./block-file";

it("says that a file is cut off where bytes are missing in its middle, and leaves nothing that fails later", async () => {
  const folder = mkdtempSync(join(tmpdir(), "throughline-blocks-"));
  const path = join(folder, "blocks");
  const sizes = [24 * 1024 * 1024, 24 * 1024 * 1024];
  const blocks = () => sizes.map((size) => new Uint8Array(size));
  await writeBlockFile(path, "header", blocks(), () => true);
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.subarray(sizes[0]));
  await expect(readBlockFile(path, blocks)).rejects.toThrow("it is cut off");
  rmSync(folder, { recursive: true });
});
