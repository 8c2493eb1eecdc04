import { setImmediate as letOthersRun } from "node:timers/promises";
import type { Database } from "@/lib/store/database";
import type { CaseTable } from "../case-table/case-table";
import { casesOfDays, casesOpenedIn } from "../counts/cases-by-day";
import { facetsOf } from "../facets/count-facets";
import { figuresAlone, type FigureQuery } from "../outcomes/overview-figures";
import { caseExtent } from "../select/case-extent";
import { readCaseTable } from "./case-table";
import { readFrequentWords } from "./known-words";

/** As long as the Overview's period is where nobody chose another. */
const usualUs = 90 * 86_400_000_000;

/**
 * Reads all of a workspace's cases into its table, what reports tell of the cases of each day and the words that many
 * of them have, so that the first pages after a start need not wait for all of it. Other requests are answered
 * meanwhile.
 * @param asOfUs now, microseconds since 1970
 * @param asked what reports tell
 */
export async function warmCases(db: Database, asOfUs: number, query: FigureQuery): Promise<void> {
  const { table } = await readCaseTable(db, asOfUs);
  await warmDays(table, query);
  await readFrequentWords(db, table.count);
}

async function warmDays(table: CaseTable, query: FigureQuery): Promise<void> {
  const { asOfUs } = table;
  const newestUs = caseExtent(casesOpenedIn(table, null), asOfUs)?.newestUs ?? asOfUs;
  // As sparsely as they are sampled in a report.
  const { count } = casesOpenedIn(table, { fromUs: newestUs - usualUs, toUs: newestUs });
  for (const cases of casesOfDays(table)) {
    const ofDay = { ...cases, count };
    figuresAlone(ofDay, query);
    facetsOf(ofDay);
    caseExtent(ofDay, asOfUs);
    await letOthersRun();
  }
}
