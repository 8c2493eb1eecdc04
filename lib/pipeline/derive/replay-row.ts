import type { DerivedCase } from "@/lib/domain/case/case";
import type { Belonging } from "@/lib/domain/trace/identity";
import type { Replay } from "@/lib/domain/gate/replay";
import { evaluators } from "@/lib/evaluators/registry";
import { failedOutcomes } from "@/lib/gate/failed-replay";
import { outcomesOfCase } from "@/lib/gate/outcome-of-case";
import type { ReplayWrite } from "@/lib/store/gate/replays";
import { actionsOfReplay } from "./actions-of-replay";

/**
 * What is listed of a replayed case: its release and cohort, its prompts, and each evaluator's outcome.
 * @param belongings of its spans
 * @param errors why its spans say that it failed
 */
export function replayRow(
  derived: DerivedCase,
  replay: Replay,
  belongings: Iterable<Belonging>,
  errors: readonly string[],
): Omit<ReplayWrite, "derived" | "derivedWith"> {
  const prompts = derived.messages.flatMap(({ promptName, promptVersion }) => {
    if (promptName === null) return promptVersion ?? [];
    return `${promptName}@${promptVersion ?? ""}`;
  });
  return {
    ...replay,
    release: onlyOne(Array.from(belongings, ({ release }) => release)),
    cohort: onlyOne(Array.from(belongings, ({ cohort }) => cohort)),
    prompts: [...new Set(prompts)],
    outcomes: failedOutcomes(outcomesOfCase(derived, replay, evaluators), replay, errors),
    startedUs: derived.openedUs,
    actions: errors.length > 0 ? null : actionsOfReplay(derived),
  };
}

/** The only value that is named; null: none is, or several are. */
function onlyOne(values: readonly (string | null)[]): string | null {
  const [first = null, ...others] = new Set(values.filter((value) => value !== null));
  return others.length === 0 ? first : null;
}
