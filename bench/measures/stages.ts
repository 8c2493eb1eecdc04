import { createReadStream } from "node:fs";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { defaultSettings } from "@/lib/domain/settings/settings";
import type { SourceSpan } from "@/lib/domain/trace/span";
import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import { createMasker, type Masker } from "@/lib/ingest/mask/masker";
import { prepareSpan } from "@/lib/ingest/prepare-span";
import { readSpan } from "@/lib/ingest/read-span";
import { createAnswerMasker } from "@/lib/pipeline/derive/create-answer-masker";
import { nowUs } from "@/lib/clock/server";
import { createHashTombstone, createPseudonymise } from "@/lib/pipeline/worker/data-folder";
import { decodeInput } from "@/lib/pipeline/intake/decode-input";
import { drainQueue } from "@/lib/pipeline/derive/drain-queue";
import { createPreparation } from "@/lib/pipeline/intake/preparation";
import { openBatch } from "@/lib/store/spans/batches";
import type { Database } from "@/lib/store/port";
import { writeSpans, type Arrival } from "@/lib/store/spans/write-spans";
import { timed, withWorkspace } from "./workspace";

/** Milliseconds of the pipeline's stages, each run separately over the whole export. */
export type StageTimes = {
  readonly decode: number;
  readonly read: number;
  readonly mask: number;
  /** Reading, masking, hashing and writing JSON together. */
  readonly prepare: number;
  readonly write: number;
  /** Identities, cases, evaluators, roll-up, links. */
  readonly derive: number;
};

const spansPerTransaction = 150;

/** Runs the pipeline stage by stage. */
export async function timeStages(path: string, folder: string): Promise<StageTimes> {
  const spans: SourceSpan[] = [];
  const decode = await timed(async () => {
    for await (const items of decodeInput(createReadStream(path))) {
      for (const item of items) if (item.type === "span") spans.push(item.span);
    }
  });
  const pseudonymise = createPseudonymise(folder);
  const readings = spans.map((span) => readSpan(span, defaultSettings));
  const read = await timed(() => done(spans.map((span) => readSpan(span, defaultSettings))));
  const masker = createMasker(pseudonymise);
  const mask = await timed(() =>
    done(spans.flatMap((span, index) => maskAt(span, readings[index], masker))),
  );
  const preparation = createPreparation(defaultSettings, folder);
  let storable: readonly StorableSpan[] = [];
  const prepare = await timed(() => {
    storable = spans.map((span) => prepareSpan(span, [], preparation));
    return done(storable);
  });
  const maskAnswer = createAnswerMasker(folder);
  const stored = join(folder, "stages");
  mkdirSync(stored);
  return withWorkspace(stored, async (db) => {
    const write = await timed(() =>
      writeAll(db, storable, { hashTombstone: createHashTombstone(folder), maskAnswer }),
    );
    const derive = await timed(() => drainQueue(db, { now: nowUs, maskAnswer }));
    return { decode, read, mask, prepare, write, derive };
  });
}

function maskAt(
  span: SourceSpan,
  reading: ReturnType<typeof readSpan> | undefined,
  masker: Masker,
): readonly object[] {
  return reading === undefined ? [] : [masker.span(span, reading)];
}

async function writeAll(
  db: Database,
  spans: readonly StorableSpan[],
  masking: Pick<Arrival, "hashTombstone" | "maskAnswer">,
): Promise<void> {
  const batch = await openBatch(db, "bench", nowUs());
  for (let index = 0; index < spans.length; index += spansPerTransaction) {
    const some = spans.slice(index, index + spansPerTransaction);
    await writeSpans(db, some, { batch, nowUs: nowUs(), ...masking });
  }
}

function done(result: readonly object[]): Promise<number> {
  return Promise.resolve(result.length);
}
