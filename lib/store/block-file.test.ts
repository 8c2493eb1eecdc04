import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { runs } from "@/lib/testing/runs";
import type { Block } from "@/lib/analytics/case-table/table-blocks";
import { readBlockFile, removeBlockFile, writeBlockFile } from "./block-file";

const blocks = [
  Float64Array.from([1.5, NaN, Infinity]),
  new Uint8Array(0),
  Uint32Array.from({ length: 2 ** 21 }, (_, index) => index),
  Uint16Array.from([7]),
];
const header = { names: ["Ångström"], asOfUs: 3 };
const always = () => true;

function emptied(): readonly Block[] {
  return [new Float64Array(3), new Uint8Array(0), new Uint32Array(2 ** 21), new Uint16Array(1)];
}

/** Comparing millions of numbers one by one takes seconds. */
function bytesOf({ buffer }: Block): string {
  return createHash("sha256").update(new Uint8Array(buffer)).digest("hex");
}

async function withPath(work: (path: string, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-blocks-"));
  try {
    await work(join(folder, "main.columns"), folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it("reads what was written, and takes the place of the file before it", async () => {
  await withPath(async (path, folder) => {
    expect(await writeBlockFile(path, { names: [] }, [], always)).toBe(true);
    expect(await writeBlockFile(path, header, blocks, always)).toBe(true);
    const read = emptied();
    let found: unknown;
    const isRead = await readBlockFile(path, (own) => {
      found = own;
      return read;
    });
    expect([isRead, found]).toEqual([true, header]);
    expect(read.map(bytesOf)).toEqual(blocks.map(bytesOf));
    expect(readdirSync(folder)).toEqual(["main.columns"]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});

it("leaves the blocks of a header that is not wanted", async () => {
  await withPath(async (path) => {
    await writeBlockFile(path, header, blocks, always);
    expect(await readBlockFile(path, () => null)).toBe(false);
  });
});

it("keeps the file before it where the blocks changed while they were written", async () => {
  await withPath(async (path, folder) => {
    await writeBlockFile(path, header, [], always);
    const before = readFileSync(path);
    for (const after of [0, 1, 2, 4]) {
      let asked = 0;
      const isStill = () => (asked += 1) <= after;
      expect(await writeBlockFile(path, header, blocks, isStill)).toBe(false);
    }
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(folder)).toEqual(["main.columns"]);
  });
});

it("says that a file is damaged wherever it is cut off or a byte is another", async () => {
  await withPath(async (path) => {
    const few = [Float64Array.from([1.5, 2.5]), Uint8Array.from([1, 2, 3])];
    await writeBlockFile(path, header, few, always);
    const whole = readFileSync(path);
    const damages = fc.oneof(
      fc.record({ cutTo: fc.nat({ max: whole.length - 1 }) }),
      fc.record({ at: fc.nat({ max: whole.length - 1 }), by: fc.integer({ min: 1, max: 255 }) }),
    );
    await fc.assert(
      fc.asyncProperty(damages, async (damage) => {
        const bytes = Buffer.from(whole);
        if ("at" in damage) bytes[damage.at] = (bytes[damage.at] ?? 0) ^ damage.by;
        writeFileSync(path, "cutTo" in damage ? bytes.subarray(0, damage.cutTo) : bytes);
        const reading = readBlockFile(path, () => [new Float64Array(2), new Uint8Array(3)]);
        await expect(reading).rejects.toThrow(/cut off|checksum|length|columns/u);
      }),
      { numRuns: runs(200) },
    );
  });
});

it("says that a file of other blocks cannot be read", async () => {
  await withPath(async (path) => {
    await writeBlockFile(path, header, blocks, always);
    await expect(readBlockFile(path, () => [])).rejects.toThrow("it has other columns");
    const short = () => [new Float64Array(2), ...emptied().slice(1)];
    await expect(readBlockFile(path, short)).rejects.toThrow("a column has another length");
  });
});

it("removes a file with what an interrupted process left of one", async () => {
  await withPath(async (path, folder) => {
    await writeBlockFile(path, header, blocks, always);
    writeFileSync(`${path}.0a1b2c3d.draft`, "half");
    writeFileSync(join(folder, "demo.columns"), "another");
    await removeBlockFile(path);
    expect(readdirSync(folder)).toEqual(["demo.columns"]);
  });
});

it("says that a file is cut off where bytes are missing in its middle, and leaves nothing that fails later", async () => {
  await withPath(async (path) => {
    const sizes = [24 * 1024 * 1024, 24 * 1024 * 1024];
    const large = () => sizes.map((size) => new Uint8Array(size));
    await writeBlockFile(path, header, large(), always);
    writeFileSync(path, readFileSync(path).subarray(sizes[0]));
    await expect(readBlockFile(path, large)).rejects.toThrow("it is cut off");
  });
});
