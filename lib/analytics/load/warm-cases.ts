import { setImmediate as letOthersRun } from "node:timers/promises";
import type { Database } from "@/lib/store/port";
import type { CaseTable } from "../case-table/case-table";
import { casesOfDays, casesOpenedIn } from "../counts/cases-by-day";
import { facetsOf } from "../facets/count-facets";
import { shownFigures, type FigureQuery } from "../outcomes/overview-figures";
import { caseExtent } from "../select/case-extent";
import { readCaseTable } from "./case-table";
import { readFrequentWords } from "./known-words";

/** The Overview's default period, microseconds. */
const usualUs = 90 * 86_400_000_000;

/**
 * Loads all of a workspace's cases into its table, with the Overview's aggregates of each day and the frequent search
 * words, so that the first pages after a start are fast. Other requests are served meanwhile.
 * @param asOfUs now, microseconds since 1970
 * @param query the figures of the Overview
 */
export async function warmCases(db: Database, asOfUs: number, query: FigureQuery): Promise<void> {
  const { table } = await readCaseTable(db, asOfUs);
  await warmDays(table, query);
  await readFrequentWords(db, table.count);
}

async function warmDays(table: CaseTable, query: FigureQuery): Promise<void> {
  const { asOfUs } = table;
  const newestUs = caseExtent(casesOpenedIn(table, null), asOfUs)?.newestUs ?? asOfUs;
  // Sampled as sparsely as in a report.
  const { count } = casesOpenedIn(table, { fromUs: newestUs - usualUs, toUs: newestUs });
  for (const cases of casesOfDays(table)) {
    const ofDay = { ...cases, count };
    shownFigures(ofDay, query);
    facetsOf(ofDay);
    caseExtent(ofDay, asOfUs);
    await letOthersRun();
  }
}
