import type { DisclosureRelease } from "@/lib/analytics/disclosures/tally-releases";
import type { RuleTally } from "@/lib/analytics/disclosures/tally-disclosures";
import { givenOnSome } from "@/lib/analytics/facets/case-facets";
import { countGroups, type FindingGroup } from "@/lib/analytics/disclosures/group-findings";
import type { FacetCounts } from "@/lib/analytics/facets/count-facets";
import { foundValues } from "@/lib/analytics/facets/child-traits";
import { facetChoice, periodChoice, type FacetClause } from "@/lib/analytics/filter/filter-choices";
import { childListCsvHref } from "@/lib/analytics/filter/child-list-query";
import type { CasesQuery, FacetName } from "@/lib/analytics/filter/cases-query";
import type { ShownPeriod } from "@/lib/analytics/filter/shown-period";
import { severities } from "@/lib/domain/disclosures/severity";
import { reviewStates } from "@/lib/domain/quality/disclosure-review";
import type { SignOff } from "@/lib/domain/quality/review-sample";
import {
  disclosureStatusWords,
  foundWords,
  reviewWords,
  ruleName,
} from "@/lib/format/disclosure-words";
import { formatCount, formatCounted } from "@/lib/format/format";
import { paginate } from "@/lib/format/address/paginate";
import type { TabChoice } from "@/lib/format/tab-choice";
import { channelWords } from "@/lib/format/wording";
import type { DisclosuresModel } from "./disclosures-model";
import { prepareMatrix } from "./prepare-matrix";
import { prepareReleases } from "./prepare-releases";
import type { AlikeFindings, FindingSource, ListedFinding } from "./finding-facts";
import { findingLines, findingSteps } from "./prepare-findings";
import { preparePanel } from "./prepare-panel";
import { prepareDisclosuresLede } from "./prepare-lede";
import { sampleHref, samplesHref } from "./samples/url";
import { disclosuresHref, traitsOf, type DisclosuresQuery, type FindingPlace } from "./url";

/** The page's data. */
export type DisclosuresFacts = {
  readonly asOfUs: number;
  readonly period: ShownPeriod | null;
  readonly newestUs: number | null;
  readonly isWorkspaceEmpty: boolean;
  readonly evaluators: readonly string[];
  readonly counts: FacetCounts;
  readonly rules: readonly RuleTally[];
  /** Ids of the rules that are on. */
  readonly on: readonly string[];
  /** Of the rule and channel that the query names. */
  readonly releases: readonly DisclosureRelease[];
  /** The findings on the channel and the days, whatever else the query names. */
  readonly groups: readonly FindingGroup[];
  /** Choices of days, and how many findings of the list each leaves; `recent`: so many until the newest data. */
  readonly days: readonly {
    readonly days: string | null;
    readonly recent: number | null;
    readonly count: number;
  }[];
  /** A page of findings, and how many there are in all. */
  readonly findings: readonly ListedFinding[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  /** The finding whose evidence is shown; null: none. */
  readonly source: FindingSource | null;
  /** Those that can be decided with it; null: not asked for. */
  readonly alike: AlikeFindings | null;
  /** The latest sign-off of what the page shows; null: the viewer may sign off nothing. */
  readonly signing: { readonly latest: SignOff | null } | null;
  /** Account names by public id. */
  readonly names: ReadonlyMap<string, string>;
};

const sentence = [
  { name: "region", lead: "in", all: "all regions" },
  { name: "risk", lead: "at", all: "any risk" },
  { name: "type", lead: "about", all: "all case types" },
  { name: "channel", lead: "going over", all: "any channel" },
  { name: "agents", lead: "handled by", all: "AI and humans" },
  { name: "team", lead: "served by", all: "all teams" },
  { name: "release", lead: "on", all: "all releases" },
  { name: "disclosure", lead: "with", all: "any disclosure" },
] as const satisfies readonly FacetClause[];

/** Prepares the Disclosures page. */
export function prepareDisclosures(
  query: DisclosuresQuery,
  facts: DisclosuresFacts,
): DisclosuresModel {
  const { asOfUs, period, newestUs, evaluators, isWorkspaceEmpty, counts, rules } = facts;
  const hrefOf = (cases: CasesQuery) =>
    disclosuresHref({ ...query, cases, page: 1, finding: null });
  return {
    ...{ query, asOfUs, period, newestUs, evaluators, isWorkspaceEmpty },
    filters: [
      periodChoice(query.cases, period, "Disclosures in cases opened", hrefOf),
      ...sentence.map((clause) => facetChoice(query.cases, counts, clause, hrefOf)),
    ],
    lede: prepareDisclosuresLede(rules),
    presets: presetsOf(query, counts, hrefOf),
    matrix: prepareMatrix(rules, facts.on, query),
    list: listOf(query, facts),
    releases: prepareReleases(query, facts.releases),
    signing: signingOf(query, facts),
    panel:
      facts.source === null
        ? null
        : preparePanel(facts.source, stepsOf(query, facts), facts.names, facts.alike),
  };
}

function signingOf(
  { cases, rule, on, by, days, severity }: DisclosuresQuery,
  { signing, names }: DisclosuresFacts,
): DisclosuresModel["signing"] {
  if (signing === null) return null;
  const { latest } = signing;
  return {
    href: samplesHref({ cases, rule, on, by, days, severity }),
    signed:
      latest === null
        ? null
        : {
            words: `Signed off by ${names.get(latest.actor) ?? "a visitor of the demo"}`,
            atUs: latest.atUs,
            href: sampleHref(latest.sample),
          },
  };
}

/** Questions that are asked often, as filters. */
function presetsOf(
  { cases }: DisclosuresQuery,
  counts: FacetCounts,
  hrefOf: (cases: CasesQuery) => string,
): readonly TabChoice[] {
  const chosen = cases.facets.disclosure.filter(isOnSome);
  const known = counts.disclosure.map(({ value }) => value).filter(isOnSome);
  const onSome = [...new Set([...chosen, ...known])].sort();
  const isHighRisk = cases.facets.risk.length === 1 && cases.facets.risk[0] === "high";
  const withFacet = (name: FacetName, values: readonly string[]) =>
    hrefOf({ ...cases, facets: { ...cases.facets, [name]: values } });
  return [
    {
      words: "Given on some channels of a case, not on others",
      isChosen: chosen.length > 0,
      href: withFacet("disclosure", chosen.length > 0 || onSome.length === 0 ? [] : onSome),
    },
    {
      words: "High-risk cases",
      isChosen: isHighRisk,
      href: withFacet("risk", isHighRisk ? [] : ["high"]),
    },
  ];
}

const isOnSome = (value: string) => value.endsWith(`:${givenOnSome}`);

function listOf(query: DisclosuresQuery, facts: DisclosuresFacts): DisclosuresModel["list"] {
  const { rule, on, found, cases } = query;
  const { total, page, pageSize } = facts;
  const of = rule === null ? "" : ` of ${ruleName(rule)}`;
  const where = on === null ? "" : ` on ${channelWords[on]}`;
  return {
    title: `${formatCounted(total, "finding")}${of}${where}: ${foundWords(found)}`,
    subtitle: "The latest first. Opening one counts as no review.",
    filters: filtersOf(query, facts),
    csv: {
      words: "CSV",
      href: childListCsvHref({
        ...{ thing: "disclosures", cases, on },
        traits: traitsOf(query),
      }),
    },
    lines: findingLines(facts.findings, facts.source, placeHref(query)),
    pagination: paginate({ page, pageSize, total }, (next) =>
      disclosuresHref({ ...query, page: next, finding: null }),
    ),
  };
}

/** The choices of each filter of the list, with how many findings each leaves. */
function filtersOf(
  query: DisclosuresQuery,
  { groups, days, names }: DisclosuresFacts,
): DisclosuresModel["list"]["filters"] {
  const choice = (words: string, change: Partial<DisclosuresQuery>, count: number): TabChoice => ({
    words: `${words} ${formatCount(count)}`,
    href: disclosuresHref({ ...query, page: 1, finding: null, ...change }),
    isChosen: Object.entries(change).every(([name, value]) => Reflect.get(query, name) === value),
  });
  const ofGroups = (words: string, change: Partial<DisclosuresQuery>) =>
    choice(words, change, countGroups(groups, traitsOf({ ...query, ...change })));
  const reviewers = [...new Set(groups.flatMap(({ reviewer }) => reviewer ?? []))];
  return [
    {
      label: "What was found",
      choices: foundValues.map((found) =>
        ofGroups(found === "not_given" ? "not given" : disclosureStatusWords[found].word, {
          found,
        }),
      ),
    },
    {
      label: "What was decided",
      choices: ([null, ...reviewStates] as const).map((review) =>
        ofGroups(review === null ? "any decision" : reviewWords[review], { review }),
      ),
    },
    {
      label: "Severity",
      choices: ([null, ...severities] as const).map((severity) =>
        ofGroups(severity ?? "any severity", { severity }),
      ),
    },
    {
      label: "Contacts that began",
      choices: days.map((each) => choice(daysWords(each), { days: each.days }, each.count)),
    },
    ...(reviewers.length === 0 && query.reviewer === null
      ? []
      : [
          {
            label: "Who decided",
            choices: [...new Set([null, ...reviewers, query.reviewer])].map((reviewer) =>
              ofGroups(
                reviewer === null ? "anybody" : (names.get(reviewer) ?? "a visitor of the demo"),
                { reviewer },
              ),
            ),
          },
        ]),
  ];
}

function daysWords({ days, recent }: DisclosuresFacts["days"][number]): string {
  if (recent !== null) return `last ${String(recent)} days of data`;
  return days === null ? "any date" : days.replace("..", " to ");
}

function placeHref(query: DisclosuresQuery): (place: FindingPlace) => string {
  return (finding) => disclosuresHref({ ...query, finding });
}

function stepsOf(query: DisclosuresQuery, { findings, source }: DisclosuresFacts) {
  return findingSteps(findings, source, { hrefOf: placeHref(query), valueOf: ({ atUs }) => -atUs });
}
