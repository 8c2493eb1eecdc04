import type { DerivedCase, Quote, Score, ScoreTarget } from "@/lib/domain/case/case";
import type { StoredKnowledge } from "@/lib/domain/case/case-knowledge";
import type { LabelPlace, EvaluatorAnswer } from "@/lib/domain/quality/label";

/** A case with its extracted findings and the versions of the extractors. */
export type JudgedCase = {
  readonly derived: DerivedCase;
  /** Null until a case of an earlier version is derived again. */
  readonly knowledge: Pick<StoredKnowledge, "promises" | "handoffFacts"> | null;
  readonly versionOf: (evaluator: string) => number;
};

const itemEvaluators = { promise: "promises", fact: "context_retention" } as const;

/**
 * The evaluator that a label of a place refers to.
 * @param evaluator the score's, if it is one
 */
export function evaluatorOf(place: Pick<LabelPlace, "kind">, evaluator: string): string {
  return place.kind === "promise" || place.kind === "fact" ? itemEvaluators[place.kind] : evaluator;
}

/**
 * An evaluator's current answer for a place; for a missing promise or fact, `none`.
 * @param evaluator the score's; ignored for promises and facts
 * @returns null if there is no score, or findings are not stored yet
 */
export function findEvaluatorAnswer(
  { derived, knowledge, versionOf }: JudgedCase,
  place: LabelPlace,
  evaluator: string,
): EvaluatorAnswer | null {
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
  // An imported evaluator may have the same name as ours.
  const score = scores.find(({ version }) => version !== "imported") ?? scores[0];
  return score === undefined ? null : answerOfScore(score);
}

function answerOfScore({ evaluator, version, verdict }: Score): EvaluatorAnswer {
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
  evidence: EvaluatorAnswer["evidence"],
  versionOf: JudgedCase["versionOf"],
): EvaluatorAnswer {
  const evaluator = itemEvaluators[kind];
  return { evaluator, version: versionOf(evaluator), says: says ?? "none", value: null, evidence };
}

function quoteOf({ message, start, end }: Quote): readonly Quote[] {
  return [{ message, start, end }];
}

/** The item with exactly these quotes, else one that overlaps. */
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
