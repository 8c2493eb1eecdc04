import type { CaseNote } from "@/lib/domain/case/decision";
import type { SlaStatus } from "@/lib/domain/case/sla-clock";
import { sentenceCase } from "@/lib/domain/sentence-case";
import type { LiveItem } from "@/lib/analytics/live/rank-live";
import { leftWords } from "@/lib/format/clock-words";
import { agentWords, type Tone } from "@/lib/format/wording";
import { promiserWords, promiseStateWords } from "@/lib/format/promise-state-words";
import { caseHref } from "@/lib/pages/case/href";
import { caseViewHref } from "@/lib/pages/case/url";
import { customerHref } from "@/lib/pages/customer/url";
import { offWords, reasonSentence, type LiveNow } from "./prepare-reason";
import type { LivePromiseLine, LiveRow } from "./live-model";
import { row } from "./words/cases";

/** What a row needs beside its item; the same for every viewer of a scope. */
export type RowFacts = {
  readonly now: LiveNow;
  /** Names of accounts by public id. */
  readonly names: ReadonlyMap<string, string>;
  readonly statusOf: (item: LiveItem) => SlaStatus;
};

/** A row of the Live page. @param note the last note on the case; null: none */
export function liveRowOf(item: LiveItem, facts: RowFacts, note: CaseNote | null): LiveRow {
  const { live, attention, section } = item;
  const { now, names } = facts;
  const { caseId, customerId, lastWords } = live;
  const ownerId = attention?.assignee ?? null;
  return {
    ...{ caseId, href: caseHref(caseId), channel: live.channel, section, ownerId },
    sentence: reasonSentence(item, now),
    left: leftOf(item, facts),
    owner: ownerId === null ? null : (names.get(ownerId) ?? row.somebodyElse),
    agent: live.agents[0] ?? "",
    team: live.team ?? "",
    customer: customerId === null ? null : { id: customerId, href: customerHref(customerId) },
    lastWords:
      lastWords === null
        ? null
        : { ...lastWords, speaker: row[lastWords.speaker === "customer" ? "customer" : "agent"] },
    note: note?.text ?? null,
    off: offWords(item, now.zone),
    promises: promisesOf(item, now.asOfUs),
  };
}

function leftOf(item: LiveItem, facts: RowFacts): LiveRow["left"] {
  const first = item.reasons.find(({ dueUs }) => dueUs !== null);
  if (first === undefined || first.dueUs === null) return null;
  if (first.promise !== undefined) return promiseStateWords(first.promise, facts.now.asOfUs);
  const tone: Tone = first.kind === "sla-overdue" ? "fail" : "warn";
  return { tone, label: leftWords(facts.statusOf(item), facts.now.zone) };
}

function promisesOf({ live, reasons }: LiveItem, asOfUs: number): readonly LivePromiseLine[] {
  return reasons.flatMap(({ promise, dueUs }) => {
    if (promise === undefined || dueUs === null) return [];
    const { ordinal, what, quote, by } = promise;
    const item = `p${String(ordinal)}`;
    return [
      {
        key: `${live.caseId} ${String(ordinal)}`,
        href: caseViewHref(live.caseId, { item }),
        ...{ what: sentenceCase(what), quote, dueUs },
        by: promiserWords(promise, agentWords[by]),
        state: promiseStateWords(promise, asOfUs),
      },
    ];
  });
}
