import { belongingOf } from "@/lib/domain/case/belonging";
import type { CaseSpan, CaseToJudge, DerivedCase, Score } from "@/lib/domain/case/case";
import { readReplayCaseId, type Replay } from "@/lib/domain/gate/replay";
import type { MaskAnswer } from "@/lib/domain/privacy/mask-answer";
import { findAttributeValues } from "@/lib/domain/privacy/find-attribute-values";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { readUsageIn } from "@/lib/domain/trace/read-usage";
import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import { deriveCase } from "@/lib/cases/derive-case";
import { isOfAnotherPerson } from "@/lib/evaluators/facts/is-of-another";
import { groupBy } from "@/lib/format/group-by";
import { resolveTrace } from "@/lib/identity/resolve-trace";
import { prepareSpan, type Preparation } from "@/lib/ingest/prepare-span";
import { decodeInput } from "@/lib/pipeline/intake/decode-input";

export type ReplayedCase = { readonly derived: DerivedCase; readonly replay: Replay };

/**
 * Derives the cases of an export as the pipeline does, in memory: decodes, reads, masks, resolves identities, derives.
 * @throws Error for anything refused, and for spans without a case or a replay
 */
export async function deriveCases(
  bytes: AsyncIterable<Uint8Array>,
  preparation: Preparation,
  maskAnswer: MaskAnswer,
  evaluate: (assembled: CaseToJudge) => readonly Score[],
): Promise<readonly ReplayedCase[]> {
  const spans: StorableSpan[] = [];
  for await (const items of decodeInput(bytes)) {
    for (const item of items) {
      if (item.type === "reject") throw new Error(`${item.reject.place}: ${item.reject.reason}`);
      if (item.type !== "span") throw new Error("This is no file of spans.");
      spans.push(prepareSpan(item.span, item.findings, preparation));
    }
  }
  const traces = groupBy(spans, ({ traceId }) => traceId);
  const ofCases = groupBy([...traces.values()].flatMap(resolveSpans), ({ belonging }) => {
    if (belonging.caseId === null) throw new Error("A span has no case.");
    return belonging.caseId;
  });
  return [...ofCases].map(([caseId, own]) => {
    const input = { caseId, spans: own, records: [], mergedInto: null, silentSpanCount: 0 };
    const replay = readReplayCaseId(caseId);
    if (replay === null) throw new Error(`${caseId} is no replay.`);
    const derived = deriveCase(
      ...([input, defaultSettings, evaluate, maskAnswer, undefined, isOfAnotherPerson] as const),
    );
    return { derived, replay };
  });
}

/** The spans of one trace as derivation reads them. */
function resolveSpans(spans: readonly StorableSpan[]): readonly CaseSpan[] {
  const identities = resolveTrace(spans, {
    sessionFacts: () => null,
    linkedFacts: () => null,
    overrideCaseId: null,
    mergedCaseId: (caseId) => caseId,
    joinedReplay: (each) => each,
  });
  return spans.map((span, at) => ({
    ...span,
    belonging: belongingOf(identities[at] ?? {}),
    caseEvents: span.extra?.caseEvents ?? [],
    importedScores: span.extra?.importedScores ?? [],
    passages: span.extra?.passages ?? [],
    toolCallId: span.extra?.toolCallId ?? null,
    failure: span.extra?.failure ?? null,
    usage: readUsageIn(span.detail, span.startUs),
    attributeValues: [...findAttributeValues(span.detail), ...findAttributeValues(span.resource)],
  }));
}
