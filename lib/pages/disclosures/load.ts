import "server-only";
import { tallyDisclosures } from "@/lib/analytics/disclosures/tally-disclosures";
import { tallyReleases } from "@/lib/analytics/disclosures/tally-releases";
import { groupFindings } from "@/lib/analytics/disclosures/group-findings";
import { listByDays, type ChildList } from "@/lib/analytics/ask/list";
import type { Snapshot } from "@/lib/analytics/ask/snapshot";
import { writeDays } from "@/lib/analytics/filter/days";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import { wallTimeAt } from "@/lib/stats/time/zoned-time";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import { readSettings } from "@/lib/store/decisions/decisions";
import { readEvaluatorVersions } from "@/lib/store/decisions/read-evaluator-versions";
import type { DisclosuresModel } from "./disclosures-model";
import type { FindingsReader } from "./finding-facts";
import { readAlike, readFindings, readSource } from "./load-findings";
import { readPeriodSignOff } from "./load-samples";
import { prepareDisclosures, type DisclosuresFacts } from "./prepare-disclosures";
import { sharedTraits, traitsOf, type DisclosuresQuery } from "./url";

const pageSize = 25;

/** What a viewer may do about findings. */
type MayOnFindings = { readonly review: boolean; readonly signOff: boolean };

/**
 * Reads what the Disclosures page shows; the messages of one case at most.
 * @param nowUs the instant of all values, microseconds since 1970
 * @param may what the viewer may do: findings that can be decided together, and the period's sign-off, are looked up
 */
export async function loadDisclosuresPage(
  seen: SeenWorkspace,
  query: DisclosuresQuery,
  nowUs: number,
  { viewer, names }: FindingsReader,
  may: MayOnFindings = { review: false, signOff: false },
): Promise<DisclosuresModel> {
  const { owners, ...facts } = await readSnapshot(seen, query.cases, nowUs, (cases) => ({
    ...cases.about,
    counts: cases.facets(),
    rules: tallyDisclosures(cases),
    releases: tallyReleases(cases, { rule: query.rule, on: query.on }),
    groups: groupFindings(cases, { on: query.on, traits: sharedTraits(query) }),
    ...listsOf(cases, query),
  }));
  const reader = await readerOrEmpty(seen.path);
  const findings = await readFindings(reader, seen, owners);
  const place = query.finding ?? findings[0] ?? null;
  const source = place === null ? null : await readSource(reader, seen, place, viewer);
  return prepareDisclosures(query, {
    ...{ ...facts, pageSize, findings, names, source },
    on: (await readSettings(reader)).disclosureRules.on,
    alike: source === null || !may.review ? null : await readAlike(reader, seen, source, nowUs),
    signing: may.signOff ? { latest: await readPeriodSignOff(reader, query, facts.period) } : null,
    evaluators: (await readEvaluatorVersions(reader)).map(evaluatorWords),
  });
}

/** Days up to the newest data that can be chosen, as a period counts them. */
const recentDays = [7, 30, 90];

/** How many findings of the list each choice of days leaves, and the page of the one that the query names. */
function listsOf(cases: Snapshot, query: DisclosuresQuery) {
  const filter = { metric: null, on: query.on, to: null, traits: traitsOf(query) };
  const listOf = listByDays(cases, "disclosures", filter);
  return {
    ...pageOf(listOf(query.days), query.page),
    days: dayChoices(cases, query).map((choice) => ({
      ...choice,
      count: listOf(choice.days).total,
    })),
  };
}

type DayChoice = Omit<DisclosuresFacts["days"][number], "count">;

function dayChoices({ about, timeZone }: Snapshot, query: DisclosuresQuery): readonly DayChoice[] {
  const last = wallTimeAt(about.newestUs ?? about.asOfUs, timeZone).day;
  const choices: DayChoice[] = [
    { days: null, recent: null },
    ...recentDays.map((recent) => ({
      days: writeDays({ from: last - recent + 1, to: last }),
      recent,
    })),
  ];
  const isListed = choices.some(({ days }) => days === query.days);
  return [...choices, ...(isListed ? [] : [{ days: query.days, recent: null }])];
}

/** A page of findings, the latest first; a page beyond the last is the last. */
function pageOf({ total, owners }: ChildList, wanted: number) {
  const page = Math.max(1, Math.min(wanted, Math.ceil(total / pageSize)));
  return { total, page, owners: owners((page - 1) * pageSize, page * pageSize) };
}
