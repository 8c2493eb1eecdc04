import type { DerivedCase, Interaction, Score } from "@/lib/domain/case/case";
import { endingContacts } from "@/lib/domain/case/ending-contact";
import { gateName } from "@/lib/domain/gate/gate-name";
import type { RunOutcome } from "@/lib/domain/gate/run";
import { cutText } from "@/lib/format/cut-text";
import { criticalFailures } from "./critical-failures";
import { replayedTwice } from "./replayed-twice";

/** Which replay of which item a case is. */
export type ReplayOfItem = { readonly item: string; readonly repeat: number };

/** What decides a gate's outcome: one version of one evaluator, or the scores of that name in the traces. */
export type GateEvaluator = {
  readonly name: string;
  readonly version: Score["version"];
  /** Of its scores; a gate's own are higher where it is better. Absent: as of a gate's. */
  readonly direction?: "higher-is-better" | "lower-is-better";
};

type ReplayedCase = Pick<DerivedCase, "interactions" | "scores" | "personalValues" | "messages">;

/** An evaluator of ours. */
type OwnEvaluator = GateEvaluator & Required<Pick<GateEvaluator, "direction">>;

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
  const decisive = decisiveVerdict(derived, evaluator);
  const twice = replayedTwice(derived);
  const isScored = twice === null && typeof decisive !== "string" && decisive.status === "scored";
  const why = twice ?? (typeof decisive === "string" ? decisive : decisive.because);
  return {
    item,
    repeat,
    score: isScored ? Math.min(1, Math.max(0, decisive.value)) : null,
    error: isScored ? null : errorOf(why),
    evaluator: evaluator.name,
    version: String(evaluator.version),
    channels: channelsOf(derived.interactions),
    critical: [...criticalFailures(derived)],
  };
}

/**
 * What every evaluator that scored a replayed case says of it, and every score that came with its traces: a team may
 * gate on its own judge. One that has the name of an evaluator of ours is called "NAME (imported)".
 * @param evaluators ours, in the order of the outcomes
 */
export function outcomesOfCase(
  derived: ReplayedCase,
  replay: ReplayOfItem,
  evaluators: readonly OwnEvaluator[],
): readonly RunOutcome[] {
  const nameOf = (kind: "own" | "imported") => {
    const named = derived.scores.filter(
      ({ version, target }) =>
        (version === "imported") === (kind === "imported") && target.kind !== "span",
    );
    return new Set(named.map(({ evaluator }) => evaluator));
  };
  const scored = nameOf("own");
  const own = evaluators.filter(({ name }) => scored.has(name));
  const imported = [...nameOf("imported")]
    .filter((name) => gateName.safeParse(importedName(name)).success)
    .sort();
  return [
    ...own.map((evaluator) => turned(outcomeOfCase(derived, replay, evaluator), evaluator)),
    ...imported.map((name): RunOutcome => {
      const outcome = outcomeOfCase(derived, replay, { name, version: "imported" });
      const isOurs = evaluators.some((each) => each.name === name);
      return { ...outcome, evaluator: isOurs ? importedName(name) : name };
    }),
  ];
}

function turned(outcome: RunOutcome, { direction }: OwnEvaluator): RunOutcome {
  const { score } = outcome;
  if (direction === "higher-is-better" || score === null) return outcome;
  return { ...outcome, score: 1 - score };
}

function importedName(name: string): string {
  return `${name} (imported)`;
}

/** The verdict that decides, or why there is none. */
export function decisiveVerdict(
  { interactions, scores }: Pick<ReplayedCase, "interactions" | "scores">,
  { name, version, direction = "higher-is-better" }: GateEvaluator,
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
  const sign = direction === "higher-is-better" ? 1 : -1;
  const worst = scored.toSorted((a, b) => sign * (a.value - b.value))[0] ?? verdicts[0];
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
