import "server-only";
import { canBeLabelled } from "@/lib/evaluators/contract";
import { readers } from "@/lib/evaluators/readers";
import { evaluators } from "@/lib/evaluators/registry";
import { wallTimeAt } from "@/lib/stats/time/zoned-time";
import { readScoreSummary } from "@/lib/store/decisions/score-summary";
import { prepareEvaluatorPage } from "./prepare-evaluator-page";
import { prepareQuality, type QualityInput } from "./prepare-quality";
import type { EvaluatorPageModel, QualityModel } from "./quality-model";
import { loadAgreements } from "./load-labelled-scores";
import { loadComparisons } from "./load-comparisons";
import { accuracy } from "./load-accuracy";
import { readDisplayZone } from "@/lib/analytics/load/display-zone";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

const daysPerWeek = 7;
/** 1970-01-01 was a Thursday. */
const mondayOffset = 3;

/**
 * Reads what the Quality page shows: every evaluator, its accuracy and its verdicts of the newest cases.
 * @param asOfUs microseconds since 1970
 */
export async function loadQualityPage(
  workspace: SeenWorkspace,
  asOfUs: number,
): Promise<QualityModel> {
  return prepareQuality(await readInput(workspace, asOfUs));
}

/**
 * The same of one evaluator, with people's labels.
 * @param canLabel whether the reader may label scores
 * @returns null for an unknown evaluator
 */
export async function loadEvaluatorPage(
  workspace: SeenWorkspace,
  name: string,
  canLabel: boolean,
  asOfUs: number,
): Promise<EvaluatorPageModel | null> {
  const evaluator = [...evaluators, ...readers].find((each) => each.name === name);
  if (evaluator === undefined) return null;
  const agreements = await loadAgreements(workspace, name);
  const comparisons = await loadComparisons(workspace, name);
  return prepareEvaluatorPage(evaluator, await readInput(workspace, asOfUs), {
    agreements,
    comparisons,
    canLabel: canLabel && evaluators.some((each) => each.name === name && canBeLabelled(each)),
  });
}

async function readInput({ path, scope }: SeenWorkspace, asOfUs: number): Promise<QualityInput> {
  const reader = workspaceReader(path);
  const nothing = { cases: 0, isCut: false, tallies: [], reasons: [] };
  const known = { known: evaluators, readers, accuracy };
  if (reader === null) return { ...known, summary: nothing, asOfUs };
  const timeZone = await readDisplayZone(reader);
  const weekOf = (instantUs: number) => {
    const { day } = wallTimeAt(instantUs, timeZone);
    return Math.floor((day + mondayOffset) / daysPerWeek) * daysPerWeek - mondayOffset;
  };
  const summary = await readScoreSummary(reader, scope, weekOf);
  return { ...known, summary, asOfUs };
}
