import { countFacts, type FactFate, type KnownFact } from "@/lib/domain/case/handoff-facts";
import { sentenceCase } from "@/lib/domain/sentence-case";
import { joinedByAnd } from "@/lib/format/join-words";
import type { VerdictView } from "@/lib/format/scores/verdict-view";

export const fateWords: Readonly<Record<FactFate, VerdictView>> = {
  carried: { tone: "pass", label: "carried" },
  "asked-again": { tone: "fail", label: "asked again" },
  "said-again": { tone: "warn", label: "customer said it again" },
  "verified-again": { tone: "none", label: "asked to verify again" },
  contradicted: { tone: "fail", label: "contradicted" },
  lost: { tone: "fail", label: "lost" },
  "not-needed": { tone: "none", label: "not seen again" },
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

/** One or two sentences on the facts found to be kept, repeated and lost at a handoff. */
export function factsSentence(facts: readonly Fate[], isOfAnotherAccount = false): string {
  if (isOfAnotherAccount) {
    return "The contact before is about another account: nothing is compared.";
  }
  const { mattered, saidAgain } = countFacts(facts);
  const again = saidAgain.map(nameOf);
  const unasked = again.length === 0 ? "" : `The customer said ${joined(again)} again.`;
  const verified = verifiedSentence(facts);
  if (mattered.length === 0 && unasked === "" && verified === "") {
    return "Nothing known before was seen to be carried over, asked for again or said again.";
  }
  const clauses = mishaps.flatMap((fate) => {
    const names = mattered.filter(({ after }) => after === fate).map(nameOf);
    return names.length === 0 ? [] : [clauseOf[fate](joined(names), names.length === 1)];
  });
  const joinedClauses = clauses.join("; ");
  const mishap = joinedClauses === "" ? "" : `${sentenceCase(joinedClauses)}.`;
  return [carriedSentence(mattered), mishap, unasked, verified]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** "the account number"; quoted answers and promises have no article. */
function nameOf({ what, kind }: Fate): string {
  return kind === "detail" && !/^(the |which |where |what |“)/.test(what) ? `the ${what}` : what;
}

/** What was asked for to verify who the customer is, though they had given it. */
function verifiedSentence(facts: readonly Fate[]): string {
  const names = facts.filter(({ after }) => after === "verified-again").map(nameOf);
  return names.length === 0
    ? ""
    : `To verify them, the customer was asked for ${joined(names)} again.`;
}

/** What arrived, by name: how much else was known, nothing tells. */
function carriedSentence(mattered: readonly Fate[]): string {
  const names = [...new Set(mattered.filter(({ after }) => after === "carried").map(nameOf))];
  if (names.length === 0) return "";
  const [first = ""] = names;
  const named = sentenceCase(first);
  return `${joined([named, ...names.slice(1)])} ${names.length === 1 ? "was" : "were"} carried over.`;
}

/** The handoff's verdict: the worst fate of its facts; what the customer had to repeat outranks what was carried. */
export function factsVerdict(facts: readonly Fate[], isOfAnotherAccount = false): VerdictView {
  if (isOfAnotherAccount) return { tone: "none", label: "another account" };
  const worst = mishaps.find((fate) => facts.some(({ after }) => after === fate));
  if (worst === "lost") {
    const isPromise = facts.some(({ after, kind }) => after === "lost" && kind === "commitment");
    return { tone: "fail", label: isPromise ? "promise lost" : "fact lost" };
  }
  if (worst !== undefined) return fateWords[worst];
  if (facts.some(({ after }) => after === "said-again")) {
    return { tone: "warn", label: "said again" };
  }
  if (facts.some(({ after }) => after === "carried")) {
    return { tone: "pass", label: "carried over" };
  }
  return facts.some(({ after }) => after === "verified-again")
    ? fateWords["verified-again"]
    : { tone: "none", label: "nothing found" };
}

function joined(names: readonly string[]): string {
  return joinedByAnd([...new Set(names)]);
}
