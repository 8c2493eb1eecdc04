import { countFacts, type FactFate, type KnownFact } from "@/lib/domain/case/handoff-facts";
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

/** One or two sentences on the facts kept and lost at a handoff. */
export function factsSentence(facts: readonly Fate[]): string {
  if (facts.length === 0) return "Nothing was known yet that could have got lost.";
  const { mattered, carried, saidAgain } = countFacts(facts);
  const again = saidAgain.map(nameOf);
  const unasked = again.length === 0 ? "" : `The customer said ${joined(again)} again, unasked.`;
  if (mattered.length === 0) {
    if (unasked !== "") return unasked;
    const known = formatCounted(facts.length, "fact was", "facts were");
    return `${known} known; nothing shows that ${facts.length === 1 ? "it" : "one"} was needed afterwards.`;
  }
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

/** The handoff's verdict: the worst fate of its facts; what the customer had to repeat outranks what was carried. */
export function factsVerdict(facts: readonly Fate[]): VerdictView {
  const worst = mishaps.find((fate) => facts.some(({ after }) => after === fate));
  if (worst === "lost") {
    const isPromise = facts.some(({ after, kind }) => after === "lost" && kind === "commitment");
    return { tone: "fail", label: isPromise ? "promise lost" : "fact lost" };
  }
  if (worst !== undefined) return fateWords[worst];
  if (facts.some(({ after }) => after === "said-again")) {
    return { tone: "warn", label: "said again, unasked" };
  }
  return facts.some(({ after }) => after === "carried")
    ? { tone: "pass", label: "everything carried" }
    : { tone: "none", label: "nothing to carry" };
}

function joined(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const last = distinct.at(-1) ?? "";
  return distinct.length < 2 ? last : `${distinct.slice(0, -1).join(", ")} and ${last}`;
}
