import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ActReader } from "./act-reader";
import type { ActLimits } from "./decide";
import limits from "./model/limits.gen.json";
import model from "./model/model.gen.json";
import pieces from "./model/vocabulary.gen.json";
import { readQuestion, type RunModel } from "./read-question";
import { createTokenizer } from "./tokenizer";

/** Raise it where the same question may get another answer of the same model: how texts are cut, say. */
const readingVersion = 1;

/**
 * Opens our own reader of acts: a small encoder, run by ONNX Runtime on the calling thread alone.
 * @throws Error where the runtime has no binary for this machine
 */
async function openActReader(): Promise<ActReader> {
  const { InferenceSession, Tensor } = await import("onnxruntime-node");
  const weights = readFileSync(modelPath());
  const session = await InferenceSession.create(weights, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: "sequential",
    graphOptimizationLevel: "all",
  });
  const run: RunModel = async (ids, parts) => {
    const tensor = (values: readonly number[]) =>
      new Tensor("int64", BigInt64Array.from(values, BigInt), [values.length]);
    const { acts, shares } = await session.run({ ids: tensor(ids), parts: tensor(parts) });
    return { probabilities: floatsOf(acts?.data), shares: floatsOf(shares?.data) };
  };
  const tokenizer = createTokenizer(pieces);
  const parts = { tokenizer, limits: limits as ActLimits, run };
  return {
    id: `${model.id} ${String(readingVersion)}`,
    read: (question) => readQuestion(question, parts),
  };
}

function floatsOf(data: unknown): Float32Array {
  if (!(data instanceof Float32Array)) throw new Error("The model of acts answered no numbers.");
  return data;
}

/** Beside this file, or in the checkout that a bundle in dist/ was made of. */
function modelPath(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const places = [join(here, "model"), join(here, "..", "lib", "acts", "model")];
  const found = places.map((each) => join(each, "acts.onnx")).find((each) => existsSync(each));
  if (found === undefined) throw new Error("The model of acts is not in this checkout.");
  return found;
}

let opened: Promise<ActReader> | undefined;

/**
 * This thread's reader, opened on first use.
 * @throws Error where none can run here; the next call throws the same
 */
export function actReader(): Promise<ActReader> {
  opened ??= openActReader();
  return opened;
}
