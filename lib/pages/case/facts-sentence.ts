import {
  countFacts,
  failedFates,
  type FactFate,
  type FailedFate,
  type KnownFact,
} from "@/lib/domain/case/handoff-facts";
import { sentenceCase } from "@/lib/domain/sentence-case";
import { joinedByAnd } from "@/lib/format/join-words";
import type { VerdictView } from "@/lib/format/scores/verdict-view";
import { facts as words, fateLabels, verdicts } from "./words/handoffs";

/** Worst first. */
export const fateWords: Readonly<Record<FactFate, VerdictView>> = {
  lost: { tone: "fail", label: fateLabels.lost },
  contradicted: { tone: "fail", label: fateLabels.contradicted },
  "asked-again": { tone: "fail", label: fateLabels["asked-again"] },
  "said-again": { tone: "warn", label: fateLabels["said-again"] },
  carried: { tone: "pass", label: fateLabels.carried },
  "verified-again": { tone: "none", label: fateLabels["verified-again"] },
  "not-needed": { tone: "none", label: fateLabels["not-needed"] },
};

type Fate = Pick<KnownFact, "what" | "after" | "kind">;

const clauseOf: Readonly<Record<FailedFate, (facts: string, isOne: boolean) => string>> = {
  lost: words.lost,
  contradicted: words.contradicted,
  "asked-again": words.askedAgain,
};

/** One or two sentences on the facts found to be kept, repeated and lost at a handoff. */
export function factsSentence(facts: readonly Fate[], isOfAnotherAccount = false): string {
  if (isOfAnotherAccount) return words.anotherAccount;
  const { mattered, saidAgain } = countFacts(facts);
  const again = saidAgain.map(nameOf);
  const unasked = again.length === 0 ? "" : words.saidAgain(joined(again));
  const verified = verifiedSentence(facts);
  if (mattered.length === 0 && unasked === "" && verified === "") {
    return words.none;
  }
  const clauses = failedFates.flatMap((fate) => {
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
  return names.length === 0 ? "" : words.verifiedAgain(joined(names));
}

/** What arrived, by name: how much else was known, nothing tells. */
function carriedSentence(mattered: readonly Fate[]): string {
  const names = [...new Set(mattered.filter(({ after }) => after === "carried").map(nameOf))];
  if (names.length === 0) return "";
  const [first = ""] = names;
  const named = sentenceCase(first);
  return words.carried(joined([named, ...names.slice(1)]), names.length === 1);
}

/** The handoff's verdict: the worst fate of its facts; what the customer had to repeat outranks what was carried. */
export function factsVerdict(facts: readonly Fate[], isOfAnotherAccount = false): VerdictView {
  if (isOfAnotherAccount) return { tone: "none", label: verdicts.anotherAccount };
  const worst = failedFates.find((fate) => facts.some(({ after }) => after === fate));
  if (worst === "lost") {
    const isPromise = facts.some(({ after, kind }) => after === "lost" && kind === "commitment");
    return { tone: "fail", label: isPromise ? verdicts.promiseLost : verdicts.factLost };
  }
  if (worst !== undefined) return fateWords[worst];
  if (facts.some(({ after }) => after === "said-again")) {
    return { tone: "warn", label: verdicts.saidAgain };
  }
  if (facts.some(({ after }) => after === "carried")) {
    return { tone: "pass", label: verdicts.carried };
  }
  return facts.some(({ after }) => after === "verified-again")
    ? fateWords["verified-again"]
    : { tone: "none", label: verdicts.none };
}

function joined(names: readonly string[]): string {
  return joinedByAnd([...new Set(names)]);
}
