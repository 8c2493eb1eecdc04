import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { readSettings } from "@/lib/store/decisions/decisions";
import { asLines } from "@/lib/testing/spans/otlp";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { startDerivation } from "./derive/start-derivation";
import { decodeHere } from "@/lib/pipeline/intake/decode-file";
import { ingestFile } from "./intake/ingest-file";
import { createPreparation } from "./intake/preparation";
import { startPreparers } from "./intake/threads/start-preparers";

const startUs = 1_767_600_000_000_000;

/** Many cases of few customers; every third line of another is no JSON. */
const lines = Array.from({ length: 120 }, (_, index) => {
  const idSuffix = index.toString(16).padStart(4, "0");
  const text = `My card is 4111 1111 1111 1111 and I am Anna Miller, order ${String(index)}`;
  const request = supportCase({
    caseId: `C-${String(index)}`,
    idSuffix,
    startUs: startUs + index * 1_000_000,
    messages: [
      { who: "customer", text },
      { who: "agent", text: "I will call you back tomorrow." },
      { who: "tool", text: "ledger is locked", isError: index % 2 === 0 },
    ],
    attributes: { customer_id: `u-${String(index % 7)}`, "session.id": `s-${String(index % 11)}` },
  });
  return index % 9 === 0 ? `${asLines([request])}{"no": \n` : asLines([request]);
}).join("");

it("stores and derives the same on several threads as on one", async () => {
  await withTestWorkspace(async (alone) => {
    await withTestWorkspace(
      async (shared) => {
        const { folder, db } = shared;
        const preparers = startPreparers(folder, 3);
        const result = await ingestFile(
          { name: "export.jsonl", decode: decodeHere(() => Readable.from([Buffer.from(lines)])) },
          {
            ...{ db, preparers, now: () => startUs, onProgress: () => undefined },
            preparation: createPreparation(await readSettings(db), folder),
          },
        );
        await preparers.stop();
        const problems: string[] = [];
        const onProblem = (message: string) => problems.push(message);
        const derivation = startDerivation({ db, folder, threads: 3, onProblem });
        await derivation.whenIdle();
        await derivation.stop();

        const { batch: _, ...counts } = await alone.ingest(lines);
        expect(result).toMatchObject(counts);
        expect(counts).toMatchObject({ accepted: 480, rejected: 14 });
        expect(await shared.digest()).toBe(await alone.digest());
        expect(problems).toEqual([]);
      },
      { copyOf: alone.folder },
    );
  });
});
