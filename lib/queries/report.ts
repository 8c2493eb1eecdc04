import "server-only";
import { createHash } from "node:crypto";
import { metrics } from "@/lib/rollup/metrics/metrics";
import { caseColumns } from "@/lib/view/cases-query";
import type { OverviewQuery } from "@/lib/view/overview-query";
import type { ReportModel } from "@/lib/view/report/report-html";
import { casesCsv } from "./cases-csv";
import { loadOverviewPage } from "./overview-page";
import type { SeenWorkspace } from "./seen-workspace";

/**
 * Reads the Overview as it is sent around.
 * @param asOfUs the instant as of which all is told, microseconds since 1970
 */
export async function loadReport(
  seen: SeenWorkspace,
  query: OverviewQuery,
  asOfUs: number,
): Promise<Omit<ReportModel, "workspace" | "base">> {
  return {
    overview: await loadOverviewPage(seen, query, asOfUs),
    dataHash: `SHA-256 ${await hashOfCases(seen, query, asOfUs)} of the CSV of its cases, by id, with all columns`,
    definitions: `${String(metrics.length)} metrics, SHA-256 ${hashOf(JSON.stringify(metrics.map(({ id, version }) => [id, version]))).slice(0, 12)} of their ids and versions`,
  };
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
