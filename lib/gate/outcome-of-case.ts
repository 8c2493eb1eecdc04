import type { DerivedCase, Interaction, Score } from "@/lib/domain/case/case";
import { endingContacts } from "@/lib/domain/case/ending-contact";
import { gateName } from "@/lib/domain/gate/cohort";
import type { RunOutcome } from "@/lib/domain/gate/run";
import { cutText } from "@/lib/format/cut-text";

/** Which replay of which item a case is. */
export type ReplayOfItem = { readonly item: string; readonly repeat: number };

/** What decides a gate's outcome: one version of one evaluator. */
export type GateEvaluator = { readonly name: string; readonly version: number };

type ReplayedCase = Pick<DerivedCase, "interactions" | "scores">;

/**
 * What one evaluator says of a replayed case: of contacts the score of the last one that the customer took part in,
 * of handoffs the worst score, as what is lost at one handoff is lost, else the case's own. Without such a score
 * the outcome's error is the evaluator's reason.
 */
export function outcomeOfCase(
  derived: ReplayedCase,
  { item, repeat }: ReplayOfItem,
  evaluator: GateEvaluator,
): RunOutcome {
  const decisive = decisiveScore(derived, evaluator);
  const isScored = typeof decisive !== "string" && decisive.status === "scored";
  const why = typeof decisive === "string" ? decisive : decisive.because;
  return {
    item,
    repeat,
    score: isScored ? Math.min(1, Math.max(0, decisive.value)) : null,
    error: isScored ? null : errorOf(why),
    evaluator: evaluator.name,
    version: String(evaluator.version),
    channels: channelsOf(derived.interactions),
    critical: [],
  };
}

/** The verdict that decides, or why there is none. */
function decisiveScore(
  { interactions, scores }: ReplayedCase,
  { name, version }: GateEvaluator,
): Score["verdict"] | string {
  const own = scores.filter((score) => score.evaluator === name && score.version === version);
  const last = endingContacts(interactions).at(-1);
  if (last === undefined) return "The customer took no part in this replay.";
  const ofLast = own.find(
    ({ target }) => target.kind === "interaction" && target.ordinal === last.ordinal,
  );
  if (ofLast !== undefined) return ofLast.verdict;
  const ofCase = own.find(({ target }) => target.kind === "case");
  if (ofCase !== undefined) return ofCase.verdict;
  const ofHandoffs = own.filter(({ target }) => target.kind === "handoff");
  const verdicts = ofHandoffs.map(({ verdict }) => verdict);
  const scored = verdicts.filter((verdict) => verdict.status === "scored");
  const worst = scored.toSorted((a, b) => a.value - b.value)[0] ?? verdicts[0];
  return worst ?? `${name} ${String(version)} says nothing of this replay.`;
}

/** The channels that the customer took part on, each once. */
function channelsOf(interactions: readonly Interaction[]): RunOutcome["channels"] {
  const touched = interactions.filter(({ isTouchpoint }) => isTouchpoint);
  return [...new Set(touched.map(({ channel }) => channel))].sort();
}

const errorLengthMax = 190;

/** A reason as a gate's files hold one: a line without control characters. */
function errorOf(because: string): string {
  const line = because.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, " ");
  const parsed = gateName.safeParse(cutText(line, errorLengthMax));
  return parsed.success ? parsed.data : "not scored, without a reason";
}
