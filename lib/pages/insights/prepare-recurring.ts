import type { PlainTable } from "@/lib/analytics/charts/chart-model";
import { casesHref, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { WhatWorks } from "@/lib/analytics/insights/describe-findings";
import type { Recurring } from "@/lib/analytics/insights/returns/find-recurring";
import type { Topic } from "@/lib/analytics/insights/topics/find-topics";
import { formatCount, formatCounted, formatDuration } from "@/lib/format/format";
import { percentRange } from "@/lib/format/share-words";
import { wilsonInterval } from "@/lib/stats/proportions/wilson-interval";
import type { InsightsModel, QuoteModel, RecurringModel } from "./insights-model";
import { topicWords } from "./prepare-topics";
import { quoteModel, stepCard } from "./prepare-step";
import { cameBack, cameBackNote, moreCameBack } from "./words/recurring";
import { stepCardWords, stepWords } from "./words/steps";

/** What a customer said in a contact. */
export type Said = { readonly caseId: string; readonly message: number; readonly text: string };

/** A matter that came back, with its topic, what held, and the words of an example. */
export type RecurringFacts = Recurring & {
  readonly topic: Topic;
  readonly held: readonly WhatWorks[];
  readonly first: Said | null;
  readonly back: Said | null;
};

/** Others are in the table. */
const shownMost = 4;
const heldMost = 2;
const quoteMost = 220;

/** The section of what came back. @param windowDays within which another case counts as a return */
export function prepareRecurring(
  query: CasesQuery,
  found: readonly RecurringFacts[],
  windowDays: number,
): InsightsModel["recurring"] {
  const ordered = found.toSorted((a, b) => Number(b.held.length > 0) - Number(a.held.length > 0));
  const more = ordered.slice(shownMost);
  return {
    shown: ordered.slice(0, shownMost).map((each) => cardOf(query, each)),
    more: more.length === 0 ? null : tableOf(query, more),
    nothing: found.length > 0 ? "" : cameBack.nothing,
    note: cameBackNote(windowDays),
  };
}

function cardOf(query: CasesQuery, found: RecurringFacts): RecurringModel {
  const { topic, customers, afterUs, first, back, held } = found;
  return {
    name: topic.name,
    also: topic.also.slice(0, 3).join(", "),
    share: shareOf(found),
    range: rangeOf(customers),
    after: formatDuration(afterUs),
    cases: { words: formatCounted(found.cases.length, "case"), href: hrefOf(query, found) },
    first: said(first),
    back: said(back),
    held: held.slice(0, heldMost).map((each) =>
      stepCard(each, {
        key: `${topic.name} ${each.step.kind} ${each.step.names.join(" ")}`,
        title: stepWords(each.step, "last"),
        arms: [stepCardWords.heldWith, stepCardWords.heldWithout],
        contact: "last",
      }),
    ),
  };
}

function said(words: Said | null): QuoteModel | null {
  if (words === null) return null;
  const { caseId, message, text } = words;
  const plain = text.replaceAll(/\s+/gu, " ").trim();
  // What is cut must not end within a masked value.
  const short =
    plain.length <= quoteMost
      ? plain
      : `${plain
          .slice(0, quoteMost)
          .replace(/<[A-Z_:0-9a-f]*$/u, "")
          .trimEnd()}…`;
  return quoteModel({ caseId, message, words: short });
}

function shareOf({ customers: { hits, of } }: Recurring): string {
  return `${formatCount(hits)} of ${formatCounted(of, "customer")}`;
}

function rangeOf({ hits, of }: Recurring["customers"]): string {
  const interval = wilsonInterval(hits, of);
  return interval === null ? "" : percentRange(interval, of);
}

function hrefOf(query: CasesQuery, { topic }: RecurringFacts): string {
  return casesHref({ ...query, insight: { of: "returns", topic: topic.name } });
}

function tableOf(query: CasesQuery, found: readonly RecurringFacts[]): PlainTable {
  const { columns } = cameBack;
  return {
    title: moreCameBack(found.length),
    subtitle: cameBack.tableSubtitle,
    columns: [
      { words: columns.topic, isNumber: false },
      { words: columns.customers, isNumber: true },
      { words: columns.half, isNumber: true, isWide: true },
      { words: columns.cases, isNumber: true },
    ],
    rows: found.map((each) => ({
      channel: null,
      words: topicWords(each.topic),
      cells: [
        { words: `${shareOf(each)} (${rangeOf(each.customers)})` },
        { words: formatDuration(each.afterUs) },
        { words: formatCount(each.cases.length), href: hrefOf(query, each) },
      ],
    })),
    note: "",
  };
}
