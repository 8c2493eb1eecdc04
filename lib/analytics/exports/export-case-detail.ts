import type { DerivedCase, Evidence, Message, Quote } from "@/lib/domain/case/case";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import type { StoredKnowledge } from "@/lib/domain/case/case-knowledge";
import { promiseStateAt, type CasePromise } from "@/lib/domain/case/case-promise";
import type { HandoffRow } from "../rows/handoff-row";
import type { CaseDetail } from "./case-detail-schema";
import { exportCase, instantOf, type CaseToExport } from "./export-case";

export type CaseInDetail = CaseToExport & {
  readonly derived: DerivedCase;
  readonly knowledge: StoredKnowledge;
};

/** Whether the reader may have what was said; else words are null and places stay. */
type Reader = { readonly readsText: boolean };

/** Writes quotes and sentences of one case for one reader. */
type Writer = {
  readonly said: (text: string) => string | null;
  readonly quote: (quote: Quote) => CaseDetail["promises"][number]["quote"];
  readonly evidence: (evidence: Evidence) => CaseDetail["closure"]["quotes"][number];
};

/**
 * Lays a case out with all that was found in it.
 * @param asOfUs microseconds since 1970
 */
export function exportCaseDetail(
  read: CaseInDetail,
  { readsText }: Reader,
  asOfUs: number,
): Omit<CaseDetail, "as_of" | "workspace"> {
  const { row, derived, knowledge } = read;
  const { scores, ...summary } = exportCase(read, asOfUs);
  const write = writerOf(derived.messages, readsText);
  const { method, evidence, because, quotes } = derived.closure;
  return {
    case: summary,
    contacts: derived.interactions.map(contactOf),
    handoffs: derived.handoffs.map((handoff, at) =>
      handoffOf(handoff, row.handoffRows[at], { knowledge, write }),
    ),
    promises: knowledge.promises.map((promise) => promiseOf(promise, write, asOfUs)),
    disclosures: knowledge.disclosures.flatMap((each) => disclosureOf(each, write)),
    findings: derived.findings.map(({ code, detail }) => ({ code, detail })),
    scores: scores.map((score, at) => {
      const verdict = derived.scores[at]?.verdict;
      const quoted = verdict !== undefined && "evidence" in verdict ? verdict.evidence : undefined;
      return {
        ...score,
        because: write.said(verdict?.because ?? ""),
        quotes: (quoted ?? []).map(write.evidence),
      };
    }),
    closure: { method, evidence, because: write.said(because), quotes: quotes.map(write.evidence) },
  };
}

function writerOf(messages: readonly Message[], readsText: boolean): Writer {
  const byOrdinal = new Map(messages.map((each) => [each.ordinal, each.text]));
  const said = (text: string) => (readsText ? text : null);
  const quote = ({ message, start, end }: Quote) => ({
    ...{ message, start, end },
    words: said((byOrdinal.get(message) ?? "").slice(start, end)),
  });
  return {
    ...{ said, quote },
    evidence: (evidence) => ("span" in evidence ? { span: evidence.span } : quote(evidence)),
  };
}

function contactOf(each: DerivedCase["interactions"][number]): CaseDetail["contacts"][number] {
  return {
    ordinal: each.ordinal,
    interaction_id: each.interactionId,
    channel: each.channel,
    start: instantOf(each.startUs),
    end: instantOf(each.endUs),
    is_touchpoint: each.isTouchpoint,
    agent_kinds: [...each.agentKinds],
    agent_ids: [...each.agentIds],
    initiator: each.initiator,
    team: each.team,
    prompt_versions: [...each.promptVersions],
    models: [...each.models],
    releases: [...each.releases],
    messages: each.messageCount,
    spans: each.spanCount,
    spans_without_words: each.strippedCount,
    is_transferred: each.isTransferred,
    is_passed_on: each.isPassedOn,
  };
}

function handoffOf(
  each: DerivedCase["handoffs"][number],
  row: HandoffRow | undefined,
  { knowledge, write }: { readonly knowledge: StoredKnowledge; readonly write: Writer },
): CaseDetail["handoffs"][number] {
  const found = knowledge.handoffFacts.find(({ handoff }) => handoff === each.ordinal);
  return {
    ordinal: each.ordinal,
    kind: each.kind,
    from_contact: each.fromInteraction,
    to_contact: each.toInteraction,
    from_channel: row?.from ?? "unknown",
    to_channel: row?.to ?? "unknown",
    from_kind: each.fromKind,
    to_kind: each.toKind,
    to_team: each.toTeam,
    initiator: each.initiator,
    gap_seconds: each.gapUs / 1e6,
    at_message: each.atMessage,
    context_retention: row?.context ?? null,
    facts: (found?.facts ?? []).map(({ kind, what, by, after, given, seen }) => ({
      ...{ kind, by, after },
      what: write.said(what),
      given: write.quote(given),
      seen: seen === null ? null : write.evidence(seen),
    })),
  };
}

function promiseOf(
  promise: CasePromise,
  write: Writer,
  asOfUs: number,
): CaseDetail["promises"][number] {
  const { interaction, by, kind, what, because, evidence, settledUs } = promise;
  return {
    ...{ contact: interaction, by, kind },
    what: write.said(what),
    made: instantOf(promise.madeUs),
    due: instantOf(promise.dueUs),
    due_words: write.said(promise.dueWords),
    state: promiseStateAt(promise, asOfUs),
    because: write.said(because),
    settled: settledUs !== null && settledUs <= asOfUs ? instantOf(settledUs) : null,
    quote: write.quote(promise.quote),
    evidence: evidence === null ? null : write.evidence(evidence),
  };
}

function disclosureOf(each: CaseDisclosure, write: Writer): CaseDetail["disclosures"] {
  const { status, rule, version, title, interaction, quote, trigger, nearMiss } = each;
  if (status === "not_required") return [];
  return [
    {
      ...{ rule, version, title, contact: interaction, status },
      because: write.said(each.because),
      missing_elements: [...each.missingElements],
      due: instantOf(each.dueUs),
      quote: quote === null ? null : write.quote(quote),
      trigger: trigger === null ? null : write.quote(trigger),
      near_miss: nearMiss === null ? null : write.quote(nearMiss.quote),
    },
  ];
}
