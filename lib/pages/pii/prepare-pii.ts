import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { facetChoice, periodChoice, type FacetClause } from "@/lib/analytics/filter/filter-choices";
import type { FilterChoice } from "@/lib/analytics/findings/finding-model";
import { personalPlaces, piiKinds } from "@/lib/domain/privacy/personal-values";
import { channels } from "@/lib/domain/trace/channel";
import { listHref } from "@/lib/analytics/words/overview-links";
import { formatCounted } from "@/lib/format/format";
import { piiKindLabel, placeLabels } from "@/lib/format/pii-words";
import { channelWords } from "@/lib/format/wording";
import type { PiiFacts } from "./pii-facts";
import { piiDetector } from "./pii-detector";
import { piiFigures } from "./pii-figures";
import { piiLede } from "./pii-lede";
import type { PiiModel } from "./pii-model";
import { redactedTable } from "./pii-redacted";
import { releasePanel } from "./pii-releases";
import { channelTable, kindsTable } from "./pii-tables";
import { piiHref, type PiiQuery } from "./url";
import { leakedCsvHref } from "./values-href";

const sentence = [
  { name: "release", lead: "on", all: "all releases" },
  { name: "type", lead: "about", all: "all case types" },
  { name: "channel", lead: "going over", all: "any channel" },
  { name: "agents", lead: "handled by", all: "AI and humans" },
  { name: "team", lead: "served by", all: "all teams" },
  { name: "region", lead: "in", all: "all regions" },
  { name: "risk", lead: "at", all: "any risk" },
] as const satisfies readonly FacetClause[];

/** Prepares the PII page. */
export function preparePii(query: PiiQuery, facts: PiiFacts): PiiModel {
  const { asOfUs, period, newestUs, evaluators, isWorkspaceEmpty, counts, tally } = facts;
  const detector = piiDetector(facts.canaries);
  const hrefOf = (cases: CasesQuery) => piiHref({ ...query, cases });
  return {
    ...{ query, asOfUs, period, newestUs, evaluators, isWorkspaceEmpty },
    filters: [
      periodChoice(query.cases, period, "Cases opened", hrefOf),
      ...sentence.map((clause) => facetChoice(query.cases, counts, clause, hrefOf)),
      ...ownChoices(query),
    ],
    lede: piiLede(facts),
    strip: piiFigures(query, facts, detector),
    detector,
    releases: tally.all.leaked === 0 ? null : releasePanel(query, tally),
    redacted: tally.byType.size === 0 ? null : redactedTable(query, tally),
    unread: unreadOf(query, facts),
    kinds: tally.kinds.length === 0 ? null : kindsTable(query, tally.kinds),
    byChannel: tally.kinds.length === 0 ? null : channelTable(query, tally),
    csvHref: tally.all.leaked === 0 ? null : leakedCsvHref(query),
  };
}

function unreadOf({ cases }: PiiQuery, { unreadCases }: PiiFacts): PiiModel["unread"] {
  if (unreadCases === 0) return null;
  return {
    words: `${formatCounted(unreadCases, "case")} could not be checked in full: words were removed before they arrived, or are in a language that the detector does not read.`,
    href: listHref(cases, { metric: { id: "pii_leaks", subset: "unknown" } }),
  };
}

function ownChoices(query: PiiQuery): readonly FilterChoice[] {
  return [
    choice("of", "any type", query.kindOf, piiKinds, piiKindLabel, (kindOf) =>
      piiHref({ ...query, kindOf }),
    ),
    choice(
      "in",
      "any place",
      query.place,
      personalPlaces,
      (each) => placeLabels[each],
      (place) => piiHref({ ...query, place }),
    ),
    choice(
      "on",
      "any channel",
      query.on,
      channels,
      (each) => channelWords[each],
      (on) => piiHref({ ...query, on }),
    ),
  ];
}

function choice<Value>(
  lead: string,
  all: string,
  chosen: Value | null,
  values: readonly Value[],
  wordsOf: (value: Value) => string,
  hrefOf: (value: Value | null) => string,
): FilterChoice {
  return {
    ...{ lead, name: all, shown: chosen === null ? all : wordsOf(chosen) },
    options: [null, ...values].map((each) => ({
      words: each === null ? all : wordsOf(each),
      href: hrefOf(each),
      isChosen: each === chosen,
    })),
  };
}
