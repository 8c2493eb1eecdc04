import type { CaseSpan, DerivedCase } from "@/lib/domain/case/case";
import type { Replay } from "@/lib/domain/gate/replay";
import { evaluators } from "@/lib/evaluators/registry";
import { outcomesOfCase } from "@/lib/gate/outcome-of-case";
import type { ReplayWrite } from "@/lib/store/gate/replays";

/** What is listed of a replayed case: its release and cohort, its prompts, and each evaluator's outcome. */
export function replayRow(
  derived: DerivedCase,
  replay: Replay,
  spans: readonly CaseSpan[],
): Omit<ReplayWrite, "derived" | "derivedWith"> {
  const prompts = derived.messages.flatMap(({ promptName, promptVersion }) => {
    if (promptName === null) return promptVersion ?? [];
    return `${promptName}@${promptVersion ?? ""}`;
  });
  return {
    ...replay,
    release: onlyOne(spans.map(({ belonging }) => belonging.release)),
    cohort: onlyOne(spans.map(({ belonging }) => belonging.cohort)),
    prompts: [...new Set(prompts)],
    outcomes: outcomesOfCase(derived, replay, evaluators),
    startedUs: derived.openedUs,
  };
}

/** The only value that is named; null: none is, or several are. */
function onlyOne(values: readonly (string | null)[]): string | null {
  const [first = null, ...others] = new Set(values.filter((value) => value !== null));
  return others.length === 0 ? first : null;
}
