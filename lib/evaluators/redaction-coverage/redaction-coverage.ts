import { isParty } from "@/lib/domain/trace/reading";
import type { Verdict } from "@/lib/domain/case/case";
import { countLeaks, sumLeaks, describeLeaks } from "@/lib/domain/privacy/leak-words";
import {
  criticalWeight,
  isCritical,
  type LeakedValues,
  type PersonalValue,
  type PlacedValue,
  type SpanValues,
} from "@/lib/domain/privacy/personal-values";
import { areNamesReadIn, nameOfLanguage } from "@/lib/domain/privacy/name-languages";
import { languageOfMost } from "@/lib/learning/find-language";
import type { EvaluationContext, Evaluator } from "../contract";

/** Number of messages of a contact that its language is detected from; reading all would dominate the run time. */
const languageSample = 4;

/**
 * Severity-weighted share of a span's personal values that the sender had redacted: redacted ÷
 * (redacted + leaked). Evidence: leaks first.
 */
export const redactionCoverage: Evaluator<"span"> = {
  name: "redaction_coverage",
  version: 4,
  question: "Were the personal values in this span redacted before it reached us?",
  target: "span",
  direction: "higher-is-better",
  accuracyBoundedBy: "pii",
  evaluate: judgeSpan,
};

function judgeSpan(target: SpanValues, context: EvaluationContext): Verdict {
  const { span } = target;
  const leaks = leaksOf(target.values);
  if (leaks.length === 0) {
    const obstacle = findObstacle(target, context);
    if (obstacle !== null) return { status: "not-scorable", because: obstacle };
    if (target.values.length === 0) {
      return { status: "not-applicable", because: "It holds no personal value." };
    }
  }
  const redacted = target.values.filter(({ value }) => !value.isLeaked);
  const value = weightOf(redacted) / weightOf(target.values);
  return {
    status: "scored",
    value: Math.round(value * 1e6) / 1e6,
    because: leaks.length === 0 ? redactedSentence(redacted.length) : leakSentence(leaks, redacted),
    evidence: [leaks.length === 0 ? { span } : { span, leaked: leaks }],
  };
}

/** Why the absence of readable values proves nothing, or null. */
function findObstacle(
  { strippedCount, interaction, isFirstOfContact, values }: SpanValues,
  { messagesOf }: EvaluationContext,
): string | null {
  if (strippedCount > 0) {
    return `The words of ${countOf(strippedCount, "span")} of this contact were removed before they reached us.`;
  }
  if (interaction === null || (!isFirstOfContact && values.length === 0)) return null;
  const said = messagesOf(interaction)
    .filter(({ speaker }) => isParty[speaker])
    .slice(0, languageSample)
    .map(({ text }) => text);
  const language = languageOfMost(said);
  return language === null || areNamesReadIn(language)
    ? null
    : `The contact is in ${nameOfLanguage(language)}, in which names are not found.`;
}

function leaksOf(values: readonly PlacedValue[]): readonly LeakedValues[] {
  return sumLeaks(
    values.flatMap(({ place, value }) =>
      value.isLeaked ? [{ place, type: value.type, count: 1 }] : [],
    ),
  );
}

function weightOf(values: readonly { readonly value: PersonalValue }[]): number {
  return values.reduce((sum, { value: { type } }) => {
    return sum + (type !== null && isCritical(type) ? criticalWeight : 1);
  }, 0);
}

function leakSentence(
  leaks: readonly LeakedValues[],
  { length: redacted }: readonly PlacedValue[],
): string {
  const said = describeLeaks(leaks);
  if (redacted === 0) return `${said}.`;
  const all = countLeaks(leaks) + redacted;
  return `${said}. ${String(redacted)} of ${String(all)} had been redacted.`;
}

function redactedSentence(count: number): string {
  return count === 1
    ? "Its one personal value had been redacted."
    : `All its ${String(count)} personal values had been redacted.`;
}

function countOf(count: number, what: string): string {
  return `${String(count)} ${what}${count === 1 ? "" : "s"}`;
}
