import type { DerivedCase, Quote, Score, ScoreTarget } from "@/lib/domain/case/case";
import type { StoredKnowledge } from "@/lib/domain/case/case-knowledge";
import type { LabelPlace, Said } from "@/lib/domain/quality/label";

/** A case with what was found in its words, and the versions of what found it. */
export type JudgedCase = {
  readonly derived: DerivedCase;
  /** null until a case of an earlier version is derived again. */
  readonly knowledge: Pick<StoredKnowledge, "promises" | "handoffFacts"> | null;
  readonly versionOf: (evaluator: string) => number;
};

/** Promises and facts are one evaluator's. */
const itemEvaluators = { promise: "promises", fact: "context_retention" } as const;

/** Whose answer a label of a place is about. @param evaluator whose score, where it is one */
export function evaluatorOf(place: Pick<LabelPlace, "kind">, evaluator: string): string {
  return place.kind === "promise" || place.kind === "fact" ? itemEvaluators[place.kind] : evaluator;
}

/**
 * What an evaluator says of a place now. Of a promise or a fact that it does not find there: `none`.
 * @param evaluator whose score is asked for; of no matter for promises and facts
 * @returns null where it gave no score there, or what was found in the words is not stored yet
 */
export function findSaid(
  { derived, knowledge, versionOf }: JudgedCase,
  place: LabelPlace,
  evaluator: string,
): Said | null {
  if (place.kind === "promise") {
    if (knowledge === null) return null;
    const promise = nearest(knowledge.promises, ({ quote }) => quote, place);
    const evidence = [...quoteOf(place), ...(promise?.evidence ? [promise.evidence] : [])];
    return item(place.kind, promise?.status, evidence, versionOf);
  }
  if (place.kind === "fact") {
    if (knowledge === null) return null;
    const facts = knowledge.handoffFacts.find(({ handoff }) => handoff === place.handoff)?.facts;
    const fact = nearest(facts ?? [], ({ given }) => given, place);
    const evidence = [...quoteOf(place), ...(fact?.seen ? [fact.seen] : [])];
    return item(place.kind, fact?.after, evidence, versionOf);
  }
  const scores = derived.scores.filter(
    (each) => each.evaluator === evaluator && isSame(each.target, place),
  );
  // An exporter's evaluator may be called like ours.
  const score = scores.find(({ version }) => version !== "imported") ?? scores[0];
  return score === undefined ? null : saidOfScore(score);
}

function saidOfScore({ evaluator, version, verdict }: Score): Said {
  const { status } = verdict;
  const isScored = status === "scored";
  return {
    evaluator,
    version,
    says: status,
    value: isScored ? verdict.value : null,
    evidence: isScored ? verdict.evidence : [],
  };
}

function item(
  kind: keyof typeof itemEvaluators,
  says: string | undefined,
  evidence: Said["evidence"],
  versionOf: JudgedCase["versionOf"],
): Said {
  const evaluator = itemEvaluators[kind];
  return { evaluator, version: versionOf(evaluator), says: says ?? "none", value: null, evidence };
}

function quoteOf({ message, start, end }: Quote): readonly Quote[] {
  return [{ message, start, end }];
}

/** The one with exactly these words, else one that shares some of them. */
function nearest<Item>(
  items: readonly Item[],
  quoteOfItem: (item: Item) => Quote,
  place: Quote,
): Item | undefined {
  const near = items.filter((each) => overlaps(quoteOfItem(each), place));
  const exact = near.find((each) => {
    const { start, end } = quoteOfItem(each);
    return start === place.start && end === place.end;
  });
  return exact ?? near[0];
}

function overlaps(quote: Quote, { message, start, end }: Quote): boolean {
  return quote.message === message && quote.start < end && start < quote.end;
}

function isSame(target: ScoreTarget, place: ScoreTarget): boolean {
  if (target.kind === "case") return place.kind === "case";
  if (target.kind === "span") return place.kind === "span" && place.span === target.span;
  return place.kind === target.kind && place.ordinal === target.ordinal;
}
