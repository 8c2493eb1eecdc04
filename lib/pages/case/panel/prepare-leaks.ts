import type { DerivedCase, Evidence, Score } from "@/lib/domain/case/case";
import { describeLeaks } from "@/lib/domain/privacy/leak-words";
import type { LeakedValues } from "@/lib/domain/privacy/personal-values";
import { spanHref } from "@/lib/pages/trace/url";
import { leaks } from "../words/page";

/** Unmasked personal data in a case's spans, summarised. */
export type LeaksView = {
  /** "12 values arrived readable: 3 phone numbers in customer messages, …" */
  readonly says: string;
  /** Accuracy of the detector. */
  readonly accuracy: string;
  /** Spans with a leak first, then those not evaluable. */
  readonly spans: readonly {
    readonly spanId: string;
    readonly href: string;
    readonly says: string;
  }[];
  /** Further ones that are not listed. */
  readonly more: number;
};

const spansMax = 20;

type SpanScore = Score & { readonly target: Extract<Score["target"], { readonly kind: "span" }> };

/** Whether it is our score of a span: too many to list one by one. */
export function isSpanScore(score: Score): score is SpanScore {
  return score.target.kind === "span" && score.version !== "imported";
}

/**
 * Groups unmasked values in a case's spans by type and place.
 * @param list the list the viewer came from
 * @param accuracyOf an evaluator's accuracy
 * @returns null: no span has an unmasked value or lacks its text
 */
export function prepareLeaks(
  { scores }: Pick<DerivedCase, "scores">,
  list: string | null,
  accuracyOf: (evaluator: string) => string,
): LeaksView | null {
  const given = scores.filter(isSpanScore);
  const [first] = given;
  if (first === undefined) return null;
  const leaking = given.filter((score) => leakedIn([score]).length > 0);
  const unread = given.filter(({ verdict }) => verdict.status === "not-scorable");
  const listed = [...leaking, ...unread];
  return {
    says: [
      leaking.length > 0 || unread.length < given.length ? leaksSentence(leakedIn(leaking)) : "",
      unread.length > 0 ? leaks.unread : "",
    ]
      .filter((each) => each !== "")
      .join(" "),
    accuracy: accuracyOf(first.evaluator),
    spans: listed.slice(0, spansMax).map(({ target, verdict }) => ({
      spanId: target.span.slice(target.span.indexOf("/") + 1),
      href: spanHref(target.span, list),
      says: verdict.because,
    })),
    more: Math.max(0, listed.length - spansMax),
  };
}

function leaksSentence(leaked: readonly LeakedValues[]): string {
  return leaked.length === 0 ? leaks.allRedacted : `${describeLeaks(leaked)}.`;
}

/** The values that scores found unmasked. */
export function leakedIn(scores: readonly Pick<Score, "verdict">[]): readonly LeakedValues[] {
  const evidence = scores.flatMap(({ verdict }): readonly Evidence[] =>
    verdict.status === "scored" ? verdict.evidence : [],
  );
  return evidence.flatMap((each) => ("span" in each ? (each.leaked ?? []) : []));
}
