import { setImmediate as letOthersRun } from "node:timers/promises";
import { caseExtent } from "@/lib/analytics/select/case-extent";
import type { CaseTable } from "@/lib/analytics/case-table/case-table";
import { facetsOf } from "@/lib/analytics/facets/count-facets";
import { casesOfDays, casesOpenedIn } from "@/lib/analytics/counts/cases-by-day";
import { figuresAlone } from "@/lib/analytics/outcomes/overview-figures";
import { overviewBreakdowns } from "./breakdowns";
import { readMetrics } from "./prepare-figures";

/** As long as the Overview's period is where nobody chose another. */
const usualUs = 90 * 86_400_000_000;

/**
 * Reads what the Overview tells of the cases of each day, so that the first one after a start need not read them all
 * in one piece. Other requests are answered between two days.
 */
export async function warmDailyAggregates(table: CaseTable): Promise<void> {
  const { asOfUs } = table;
  const newestUs = caseExtent(casesOpenedIn(table, null), asOfUs)?.newestUs ?? asOfUs;
  // As sparsely as they are sampled in a report.
  const { count } = casesOpenedIn(table, { fromUs: newestUs - usualUs, toUs: newestUs });
  for (const cases of casesOfDays(table)) {
    const ofDay = { ...cases, count };
    figuresAlone(ofDay, { metrics: readMetrics, breakdowns: overviewBreakdowns });
    facetsOf(ofDay);
    caseExtent(ofDay, asOfUs);
    await letOthersRun();
  }
}
