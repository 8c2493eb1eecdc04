import { ownEntry } from "@/lib/domain/own-entry";
import type { CaseSpan, Score, ScoreTarget, Verdict } from "@/lib/domain/case/case";
import type { ImportedScore } from "@/lib/domain/trace/reading";
import type { Contact } from "./read-contacts";

/** Scores imported with the traces, unchanged: version "imported". */
export function readImportedScores(contacts: readonly Contact[]): readonly Score[] {
  return contacts.flatMap((contact, ordinal) =>
    contact.spans.flatMap((span) =>
      span.importedScores.map((score) => ({
        evaluator: score.name,
        version: "imported" as const,
        target: targetOf(score, span, { contact, ordinal }),
        verdict: verdictOf(score),
      })),
    ),
  );
}

type Place = { readonly contact: Contact; readonly ordinal: number };

function targetOf(score: ImportedScore, span: CaseSpan, { contact, ordinal }: Place): ScoreTarget {
  const { traceId } = span;
  const spanId = score.targetSpanId ?? span.spanId;
  const isOfContact = score.scope !== "span" || spansAll(contact, traceId, spanId);
  return isOfContact
    ? { kind: "interaction", ordinal }
    : { kind: "span", span: `${traceId}/${spanId}` };
}

/** Whether a span is the root of the contact's only trace: its scores apply to the whole contact. */
function spansAll({ spans }: Contact, traceId: string, spanId: string): boolean {
  const roots = spans.filter((span) => span.parentSpanId === null);
  return (
    roots.length === 1 &&
    roots[0]?.spanId === spanId &&
    spans.every((span) => span.traceId === traceId)
  );
}

const labelValues: Readonly<Record<string, number>> = {
  pass: 1,
  passed: 1,
  true: 1,
  yes: 1,
  fail: 0,
  failed: 0,
  false: 0,
  no: 0,
};

/** A value outside 0 to 1 is kept as text: its scale is unknown. */
function verdictOf(score: ImportedScore): Verdict {
  const label = score.label?.trim().toLowerCase() ?? "";
  const value = score.value ?? ownEntry(labelValues, label);
  const reasons = [score.because, score.label, score.annotator].filter((part) => part !== null);
  if (value === undefined || value < 0 || value > 1) {
    const given = value ?? score.label ?? "nothing";
    return {
      status: "not-scorable",
      because: `The trace gives ${given}, not a value from 0 to 1.`,
    };
  }
  const because = reasons.length > 0 ? reasons.join(" · ") : "The trace gives no reason.";
  return { status: "scored", value, because, evidence: [] };
}
