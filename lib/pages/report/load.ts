import "server-only";
import { createHash } from "node:crypto";
import { DomainError } from "@/lib/domain/domain-error";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { caseColumns } from "@/lib/analytics/filter/cases-query";
import { isoInstant } from "@/lib/format/format";
import type { OverviewQuery } from "@/lib/analytics/filter/overview-query";
import type { ReportModel } from "./report-model";
import { casesCsv } from "@/lib/pages/cases/load-csv";
import { loadComparePage } from "@/lib/pages/compare/load";
import { defaultCompareQuery } from "@/lib/pages/compare/url";
import { loadTopFindings } from "@/lib/pages/findings/load";
import { loadJourneysPage } from "@/lib/pages/journeys/load";
import { defaultJourneysQuery } from "@/lib/pages/journeys/url";
import { loadOverviewPage } from "@/lib/pages/overview/load";
import { loadSlaPage } from "@/lib/pages/sla/load";
import { readNewestContact } from "@/lib/analytics/load/as-of";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";
import { factWords } from "./words";

/**
 * Refuses an instant before the newest data: a case is derived from all its spans, so an earlier state cannot be
 * computed.
 * @param path the workspace's file
 * @param asOf the instant somebody gave, in microseconds since 1970 and as it was typed
 * @param nowUs microseconds since 1970
 * @throws DomainError where the workspace has a later contact
 */
export async function requireNothingLater(
  path: string,
  asOf: { readonly us: number; readonly typed: string },
  nowUs: number,
): Promise<void> {
  const reader = workspaceReader(path);
  const newestUs = reader === null ? null : await readNewestContact(reader, nowUs);
  if (newestUs === null || newestUs <= asOf.us) return;
  // The instant named here must itself be accepted.
  const named = isoInstant(Math.ceil(newestUs / usPerSecond) * usPerSecond) ?? "";
  throw new DomainError(
    "invalid-input",
    `--as-of ${asOf.typed} lies before the newest contact, ${named.replace(".000Z", "Z")}: what came later would be counted as well. Give that instant or a later one, or leave --as-of out.`,
  );
}

const usPerSecond = 1_000_000;

/**
 * Reads the Overview as a report.
 * @param asOfUs the instant of all values, microseconds since 1970
 */
export async function loadReport(
  seen: SeenWorkspace,
  query: OverviewQuery,
  asOfUs: number,
): Promise<Omit<ReportModel, "workspace" | "base" | "size">> {
  const versions = JSON.stringify(metrics.map(({ id, version }) => [id, version]));
  return {
    overview: await loadOverviewPage(seen, query, asOfUs),
    findings: await loadTopFindings(seen, query, asOfUs),
    detail: await loadDetail(seen, query, asOfUs),
    dataHash: factWords.data(await hashOfCases(seen, query, asOfUs)),
    definitions: factWords.definitions(metrics.length, hashOf(versions).slice(0, 12)),
  };
}

/** What other pages show of the same cases. */
async function loadDetail(
  seen: SeenWorkspace,
  { cases }: OverviewQuery,
  asOfUs: number,
): Promise<ReportModel["detail"]> {
  const journeys = await loadJourneysPage(seen, { ...defaultJourneysQuery, cases }, asOfUs);
  const compare = await loadComparePage(seen, { ...defaultCompareQuery, cases }, asOfUs, null);
  const sla = await loadSlaPage(seen, cases, asOfUs);
  return { adjusted: journeys.adjusted, releases: compare.releases, times: sla.times };
}

/** The same as of the file that the Cases page gives for these filters, ordered by case. */
async function hashOfCases(
  seen: SeenWorkspace,
  { cases }: OverviewQuery,
  asOfUs: number,
): Promise<string> {
  const hash = createHash("sha256");
  const listed = { ...cases, sort: "case", direction: "asc", columns: caseColumns } as const;
  for await (const lines of casesCsv(seen, listed, asOfUs)) hash.update(lines);
  return hash.digest("hex");
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
