import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startCluster } from "./start-cluster";

it("starts where only the folder's owner may enter, as in root's home", async () => {
  // Made with mode 0700.
  const home = mkdtempSync(join(tmpdir(), "throughline-home-"));
  const modules = join(home, "node_modules");
  symlinkSync(join(process.cwd(), "node_modules"), modules);
  const cluster = await startCluster(false, modules);
  try {
    expect(await cluster.ask("SELECT 1 AS one")).toEqual([{ one: 1 }]);
  } finally {
    await cluster.stop();
    rmSync(home, { recursive: true });
  }
});
