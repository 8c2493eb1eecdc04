import "server-only";
import { addressName } from "../case-table/address-name";
import {
  queryCases,
  readExtent,
  readVersionStarts,
  servedBySql,
  type CaseQueries,
} from "../ask/case-queries";
import type { SnapshotFacts } from "../ask/snapshot";
import type { CasesQuery } from "../filter/cases-query";
import { resolvePeriod, startOfDay } from "../filter/resolve-period";
import type { ShownPeriod } from "../filter/shown-period";
import type { VersionStart } from "../prompts/version-starts";
import type { Settings } from "@/lib/domain/settings/settings";
import type { AnalyticQueries } from "@/lib/store/analytics/analytic-store";
import type { Database } from "@/lib/store/database";
import type { DimensionContext } from "../tables/dimension-sql";
import { queryTables } from "./analytic-reader";
import { readShownSettings } from "./display-zone";
import { readInsightKeys } from "./insight-cases";
import { matchCaseKeys } from "./match-cases";
import type { SeenWorkspace } from "./seen-workspace";
import { readerOrEmpty, workspaceReader } from "./workspace-reader";

/** The cases of a query, unpaged, at one instant and of one version of the data. */
export type ReadCases = CaseQueries & {
  readonly about: SnapshotFacts;
  /** The display zone, whose days the period's are. */
  readonly timeZone: string;
  /** All cases of the period, whatever the other filters. */
  readonly all: CaseQueries;
  /** The other facets' filters, of all time. */
  readonly ever: (query: Pick<CasesQuery, "facets" | "metric">) => CaseQueries;
  /** When versions of prompts and releases first occur in all visible cases. */
  readonly versionStarts: () => Promise<readonly VersionStart[]>;
};

/**
 * Reads from the cases of a workspace that a query lists within a scope. All results are of one `asOf` and one version
 * of the data.
 * @param asOfUs the instant of the outcomes, microseconds since 1970
 */
export async function readCases<Answer>(
  { path, scope }: SeenWorkspace,
  query: CasesQuery,
  asOfUs: number,
  work: (cases: ReadCases) => Promise<Answer>,
): Promise<Answer> {
  const db = await readerOrEmpty(path);
  const { displayTimeZone: timeZone, caseTypes } = await readShownSettings(db);
  return queryTables(db, async (queries) => {
    const run = queries.rows;
    const { extent, count } = await readExtent(run, scope, asOfUs);
    const period = resolvePeriod(query.period, extent, asOfUs, timeZone);
    const context = { asOfUs, laterTypes: laterTypes(caseTypes) };
    const also = await searchSql(db, queries, { scope, ...query }, context);
    const { facets, metric } = query;
    const instants = period === null ? null : instantsOf(period, timeZone);
    const selection = {
      ...{ scope, facets, metric, also },
      period: query.period === "all" ? null : instants,
    };
    const unfiltered = { scope, facets: noFacets(facets), metric: null, also: [] };
    return work({
      ...queryCases(run, selection, context),
      about: {
        ...{ asOfUs, period },
        ...{ oldestUs: extent?.oldestUs ?? null, newestUs: extent?.newestUs ?? null },
        isWorkspaceEmpty: workspaceReader(path) === null || (scope === null && count === 0),
      },
      timeZone,
      all: queryCases(run, { ...unfiltered, period: null }, context),
      ever: (other) => queryCases(run, { ...other, scope, period: null, also: [] }, context),
      versionStarts: () => readVersionStarts(run, scope),
    });
  });
}

function noFacets(facets: CasesQuery["facets"]): CasesQuery["facets"] {
  return Object.fromEntries(
    Object.keys(facets).map((name) => [name, []]),
  ) as unknown as CasesQuery["facets"];
}

/** SQL of the search and of the Insights page's cases; empty without either. */
async function searchSql(
  db: Database,
  { keys: withKeys }: AnalyticQueries,
  { scope, text, insight }: Pick<SeenWorkspace, "scope"> & Pick<CasesQuery, "text" | "insight">,
  { asOfUs }: DimensionContext,
): Promise<readonly string[]> {
  const conditions: string[] = [];
  if (text !== "") {
    const found = await withKeys(await matchCaseKeys(db, text));
    conditions.push(`(c.key IN (SELECT key FROM ${found}) OR ${servedBySql(text)})`);
  }
  if (insight !== null) {
    const found = await withKeys(await readInsightKeys(db, scope, insight, asOfUs));
    conditions.push(`c.key IN (SELECT key FROM ${found})`);
  }
  return conditions;
}

/** Case types excluded from first-contact resolution. */
function laterTypes(caseTypes: Settings["caseTypes"]): readonly string[] {
  return Object.entries(caseTypes)
    .filter(([, each]) => !each.isFirstContactResolvable)
    .map(([type]) => addressName(type));
}

function instantsOf({ fromUs, toUs }: ShownPeriod, timeZone: string) {
  return { fromUs: startOfDay(fromUs, timeZone), toUs: startOfDay(toUs, timeZone) };
}
