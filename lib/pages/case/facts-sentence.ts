import type { FactFate, KnownFact } from "@/lib/domain/case/handoff-facts";
import type { HandoffVerdict } from "@/lib/analytics/facets/case-facets";
import { formatCount, formatCounted } from "@/lib/format/format";
import type { VerdictView } from "@/lib/format/scores/verdict-view";

export const fateWords: Readonly<Record<FactFate, VerdictView>> = {
  carried: { tone: "pass", label: "carried" },
  "asked-again": { tone: "fail", label: "asked again" },
  "said-again": { tone: "warn", label: "customer said it again" },
  contradicted: { tone: "fail", label: "contradicted" },
  lost: { tone: "fail", label: "lost" },
  "not-needed": { tone: "none", label: "not needed" },
};

type Fate = Pick<KnownFact, "what" | "after" | "kind">;

/** Worst first. */
const mishaps = ["lost", "contradicted", "asked-again"] as const;

const clauseOf: Readonly<
  Record<(typeof mishaps)[number], (facts: string, isOne: boolean) => string>
> = {
  lost: (facts, isOne) => `${facts} ${isOne ? "was" : "were"} unknown to whoever came next`,
  contradicted: (facts, isOne) => `${facts} ${isOne ? "was" : "were"} contradicted`,
  "asked-again": (facts) => `the customer was asked for ${facts} again`,
};

/**
 * One or two sentences on the facts kept and lost at a handoff.
 * @param verdict whether the customer was asked again, not necessarily for one of the facts
 */
export function factsSentence(facts: readonly Fate[], verdict: HandoffVerdict): string {
  return [
    keptSentence(facts),
    isAskedElsewhere(facts, verdict) ? "The customer was asked again." : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** Whether only an evaluator, not a fact, says that the customer was asked again. */
function isAskedElsewhere(facts: readonly Fate[], verdict: HandoffVerdict): boolean {
  return verdict === "asked-again" && facts.every(({ after }) => after !== "asked-again");
}

function keptSentence(facts: readonly Fate[]): string {
  if (facts.length === 0) return "Nothing was known yet that could have got lost.";
  const mattered = facts.filter(({ after }) => after !== "not-needed" && after !== "said-again");
  const again = facts.filter(({ after }) => after === "said-again").map(nameOf);
  const unasked = again.length === 0 ? "" : `The customer said ${joined(again)} again, unasked.`;
  if (mattered.length === 0) {
    if (unasked !== "") return unasked;
    const known = formatCounted(facts.length, "fact was", "facts were");
    return `${known} known; nothing shows that ${facts.length === 1 ? "it" : "one"} was needed afterwards.`;
  }
  const carried = mattered.filter(({ after }) => after === "carried").length;
  const counted = countArrived(carried, mattered.length);
  const clauses = mishaps.flatMap((fate) => {
    const names = mattered.filter(({ after }) => after === fate).map(nameOf);
    return names.length === 0 ? [] : [clauseOf[fate](joined(names), names.length === 1)];
  });
  const joinedClauses = clauses.join("; ");
  const mishap =
    joinedClauses === ""
      ? ""
      : `${joinedClauses.charAt(0).toUpperCase()}${joinedClauses.slice(1)}.`;
  return [counted, mishap, unasked].filter((sentence) => sentence !== "").join(" ");
}

/** "the account number"; quoted answers and promises have no article. */
function nameOf({ what, kind }: Fate): string {
  return kind === "detail" && !/^(the |which |where |what |“)/.test(what) ? `the ${what}` : what;
}

function countArrived(carried: number, mattered: number): string {
  if (mattered === 1)
    return `The one fact that mattered ${carried === 1 ? "arrived" : "did not arrive"}.`;
  if (carried === mattered) return `All ${formatCount(mattered)} facts that mattered arrived.`;
  const arrived = carried === 0 ? "None" : formatCount(carried);
  return `${arrived} of ${formatCount(mattered)} facts that mattered arrived.`;
}

/** The handoff's verdict: its worst fact outcome; a repetition outranks a loss. */
export function factsVerdict(facts: readonly Fate[], verdict: HandoffVerdict): VerdictView {
  const worst = mishaps.find((fate) => facts.some(({ after }) => after === fate));
  if (worst === "lost") {
    const isPromise = facts.some(({ after, kind }) => after === "lost" && kind === "commitment");
    return { tone: "fail", label: isPromise ? "promise lost" : "fact lost" };
  }
  if (worst !== undefined) return fateWords[worst];
  if (verdict === "asked-again") return fateWords["asked-again"];
  const isCarried = facts.some(({ after }) => after === "carried");
  if (!isCarried && facts.some(({ after }) => after === "said-again")) {
    return { tone: "warn", label: "said again, unasked" };
  }
  return isCarried
    ? { tone: "pass", label: "everything carried" }
    : { tone: "none", label: "nothing to carry" };
}

function joined(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const last = distinct.at(-1) ?? "";
  return distinct.length < 2 ? last : `${distinct.slice(0, -1).join(", ")} and ${last}`;
}
