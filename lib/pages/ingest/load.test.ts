import { describe, expect, it } from "vitest";
import { otlpRequest } from "@/lib/testing/spans/otlp";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { ingestCodec } from "./url";
import { loadIngestPage } from "./load";

const startUs = 1_767_600_000_000_000;
const good = { traceId: "1".repeat(32), spanId: "2".repeat(16), startUs };

describe("loadIngestPage", () => {
  it("lists what came in, latest first, with the reasons of the chosen batch", async () => {
    await withTestWorkspace(async ({ folder, ingest, ingestRequests }) => {
      const path = locationIn(folder, "main");
      await ingestRequests([otlpRequest([good])]);
      await ingestRequests([otlpRequest([good, { ...good, spanId: "" }])]);
      await ingest("neither JSON nor anything else");

      const page = await loadIngestPage(path, { page: 9, batch: 2 });
      expect(page?.title).toMatch(/^3 batches .* 2 batches .*refused/u);
      expect(
        page?.batches.map(({ id, accepted, duplicate, rejected, refusals, rejectsHref }) => [
          [id, accepted, duplicate, rejected, refusals],
          rejectsHref,
        ]),
      ).toEqual([
        [[3, 0, 0, 0, 1], "/ingest?batch=3#rejects"],
        [[2, 0, 1, 1, 1], "/ingest?batch=2#rejects"],
        [[1, 1, 0, 0, 0], null],
      ]);
      expect(page?.chosen?.isCut).toBe(false);
      expect(page?.chosen?.rejects).toMatchObject([{ spans: 1 }]);
      expect(page?.chosen?.rejects[0]?.place).toContain("spans[1]");
    });
  });

  it("has nothing to show before anything came in, and chooses nothing unasked", async () => {
    await withTestWorkspace(async ({ folder, ingestRequests }) => {
      const path = locationIn(folder, "main");
      expect(await loadIngestPage(path, ingestCodec.defaultValue)).toBeNull();
      await ingestRequests([otlpRequest([good])]);
      const page = await loadIngestPage(path, ingestCodec.defaultValue);
      expect([page?.chosen, page?.title]).toEqual([
        null,
        expect.stringMatching(/^1 batch .*nothing/u),
      ]);
    });
  });
});
