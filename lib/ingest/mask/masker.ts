import type { CaseRecord } from "@/lib/domain/case/case-record";
import type { MaskAnswer } from "@/lib/domain/privacy/mask-answer";
import type { PiiFinding, Pseudonymise } from "@/lib/domain/privacy/pseudonym";
import type { Reading } from "@/lib/domain/trace/reading";
import type { SourceSpan } from "@/lib/domain/trace/span";
import { halfOfNameBy } from "./half-of-name";
import { maskCaseRecord } from "./mask-case-record";
import { createSpanState, maskSpan } from "./mask-span";
import { createTextMasker } from "./mask-text";
import { requestsIn } from "./tagger/cues";
import type { TextMasker } from "./text-masker";

/**
 * All that masking does with one workspace's key. Nothing else is asked of it: another masker stands in its place by
 * keeping this type, or, with `maskerOf`, the one of a single text.
 */
export type Masker = {
  readonly text: TextMasker;
  /** Masks a span and its reading before they are stored. */
  readonly span: (
    span: SourceSpan,
    reading: Reading,
  ) => {
    readonly span: SourceSpan;
    readonly reading: Reading;
    readonly pii: readonly PiiFinding[];
  };
  /** Masks a CRM record. */
  readonly record: (record: CaseRecord) => CaseRecord;
  /** Masks an answer given its question; with its half pseudonyms a case makes names of places and agents readable again. */
  readonly answer: MaskAnswer;
};

/** @param pseudonymise the workspace's keyed function */
export function createMasker(pseudonymise: Pseudonymise): Masker {
  return maskerOf(createTextMasker(pseudonymise), pseudonymise);
}

/** A masker that has seen no span yet, around a masker of texts. */
export function maskerOf(text: TextMasker, pseudonymise: Pseudonymise): Masker {
  const state = createSpanState(text);
  const requestedBy = (question: string) =>
    state.requested.get(question) ?? state.requested.set(question, requestsIn(question));
  return {
    text,
    span: (span, reading) => maskSpan(span, reading, state),
    record: (record) => maskCaseRecord(record, text),
    answer: Object.assign(
      (answer: string, question: string) =>
        text.mask(answer, { requested: requestedBy(question) }).text,
      { halfOfName: halfOfNameBy(pseudonymise) },
    ),
  };
}
