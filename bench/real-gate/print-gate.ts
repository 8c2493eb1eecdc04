import { describeVerdict } from "@/lib/format/gate/describe-verdict";
import { isCrossChannel } from "@/lib/gate/score-items";
import { textReport } from "@/lib/gate/report/text-report";
import type { Comparison, Direction } from "./compare-gate";
import { evaluators } from "./judge";

/** Prints shares and verdicts of one draw. */
export function printGate(directions: readonly Direction[]): void {
  for (const { candidate, baseline, comparisons } of directions) {
    console.log(`\n# ${candidate} against ${baseline}`);
    for (const comparison of comparisons) printComparison(comparison);
  }
}

function printComparison(comparison: Comparison): void {
  const { evaluator, record, gate, truth, corrected, agrees } = comparison;
  const { proof } = record.verdict.figures;
  console.log(`\n## Scored by ${evaluator.name} ${String(evaluator.version)}\n`);
  console.log(`labels, all cross-channel items:     ${words(truth.all)}`);
  console.log(`labels, those of them with a score:  ${words(truth.scored)}`);
  console.log(`gate:                                ${words(gate)}`);
  if (corrected !== null) {
    const { value, interval } = corrected;
    const [low, high] = interval.map(percent);
    console.log(
      `gate, corrected for its error:       ${percent(value)}, 95% interval ${String(low)} to ${String(high)} ` +
        `(measured on other conversations: right on ${words(proof.sensitivity)} resolved and ` +
        `${words(proof.specificity)} not resolved)`,
    );
  }
  if (agrees !== null) console.log(`${checkOf(comparison)}: ${agrees ? "yes" : "NO"}`);
  console.log(`\n${textReport(describeVerdict(record.verdict, record.input, new Map()))}`);
}

/** What is checked of an evaluator's share. */
function checkOf({ corrected }: Comparison): string {
  return corrected === null
    ? "the gate's share equals the labels'"
    : "the labels' share of the scored is in the corrected interval";
}

/** Prints one line for each direction of a draw. */
export function printLine(seed: number, directions: readonly Direction[]): void {
  for (const { candidate, comparisons } of directions) {
    const parts = comparisons
      .filter(({ agrees }) => agrees !== null)
      .map(({ evaluator, gate, truth, corrected, agrees, record }) => {
        const interval =
          corrected === null ? "" : ` [${corrected.interval.map(percent).join(", ")}]`;
        return `${evaluator.name}: gate ${words(gate)}${interval}, labels ${words(truth.scored)}, ${agrees === true ? "agrees" : "DIFFERS"}, ${record.verdict.verdict}`;
      });
    console.log(`seed ${String(seed)}, ${candidate}: ${parts.join("; ")}`);
  }
}

/** Counts how often each evaluator agreed with the labels. */
export function printCounts(draws: readonly (readonly Direction[])[]): void {
  const comparisons = draws.flat().flatMap((direction) => direction.comparisons);
  for (const evaluator of evaluators) {
    const own = comparisons.filter((each) => each.evaluator === evaluator && each.agrees !== null);
    const agreeing = own.filter(({ agrees }) => agrees === true).length;
    if (own.length > 0)
      console.log(`${evaluator.name}: ${words({ hits: agreeing, of: own.length })} agree`);
  }
}

/** What was drawn, in one line. */
export function describeDraw([direction]: readonly Direction[]): string {
  const items = direction?.comparisons[0]?.record.input.cohort.items ?? [];
  const tasks = new Set(items.map(({ cluster }) => cluster)).size;
  const crossing = items.filter(isCrossChannel).length;
  return `${String(items.length)} items of ${String(tasks)} tasks, ${String(crossing)} on two channels`;
}

function words({ hits, of }: { readonly hits: number; readonly of: number }): string {
  return of === 0 ? "none" : `${String(hits)} of ${String(of)} (${percent(hits / of)})`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
