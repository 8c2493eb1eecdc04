import { createReadStream, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { createAnswerMasker } from "@/lib/pipeline/derive/create-answer-masker";
import { createPreparation } from "@/lib/pipeline/intake/preparation";
import { readDataSet } from "@/lib/training/data-sets";
import { findShared } from "@/lib/testing/shared/find-shared";
import { seededRandom } from "@/lib/testing/seeded-random";
import { asLines } from "@/lib/testing/spans/otlp";
import { withFolder } from "../measures/workspace";
import type { Row } from "@/lib/scoring/row";
import { compareGate, type Direction } from "./compare-gate";
import { deriveCases } from "./derive-cases";
import { createEvaluate, truthOf } from "./judge";
import { drawPairs } from "./pair-runs";
import { describeDraw, printCounts, printGate, printLine } from "./print-gate";
import { writeReplay } from "./write-replay";

/** Judges two releases made of real conversations, by their labels and by our evaluators. */
const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    draws: { type: "string", default: "1" },
    keep: { type: "string" },
  },
});
const file = "data/dev/resolution.tau.jsonl.gz";
if (findShared(file) === null) console.log(`${file} is not beside the checkout.`);
else await judgeAll(Number(values.seed), Number(values.draws));

async function judgeAll(firstSeed: number, count: number): Promise<void> {
  const rows = await readDataSet("resolution.tau");
  const draws: (readonly Direction[])[] = [];
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const directions = await judge(rows, seed);
    draws.push(directions);
    if (count > 1) printLine(seed, directions);
    else {
      console.log(describeDraw(directions));
      printGate(directions);
    }
  }
  if (count > 1) printCounts(draws);
  const isWrong = ({ comparisons }: Direction) =>
    comparisons.some(({ agrees }) => agrees === false);
  // An interval at 95% misses once in twenty draws: of several, only an unequal oracle is wrong.
  const isOracleWrong = ({ comparisons }: Direction) => comparisons[0]?.agrees !== true;
  process.exitCode = draws.flat().some(count > 1 ? isOracleWrong : isWrong) ? 1 : 0;
}

async function judge(rows: readonly Row[], seed: number): Promise<readonly Direction[]> {
  const drawn = drawPairs(rows, seed);
  const all = [...drawn.replays, ...drawn.labelled, ...drawn.approved];
  const random = seededRandom(seed);
  const truth = truthOf(all);
  return withFolder(async (folder) => {
    const path = values.keep ?? join(folder, "replay.otlp.jsonl");
    writeFileSync(path, asLines(all.map((replay) => writeReplay(replay, random))));
    const cases = await deriveCases(
      createReadStream(path),
      createPreparation(defaultSettings, folder),
      createAnswerMasker(folder),
      createEvaluate(truth),
    );
    return compareGate(drawn, cases, truth);
  });
}
