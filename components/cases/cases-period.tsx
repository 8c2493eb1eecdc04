"use client";

import { daysChoice } from "@/lib/analytics/filter/filter-choices";
import { casesHref } from "@/lib/analytics/filter/cases-query";
import { namedPeriods, type Period } from "@/lib/analytics/filter/period";
import { shownPeriodWords, type ShownPeriod } from "@/lib/analytics/filter/shown-period";
import { periodWords } from "@/lib/analytics/words/facet-words";
import { PeriodMenu } from "../filters/period-menu";
import { useCasesNavigation } from "./cases-navigation";

/** The period filter on the opening time. */
export function CasesPeriod({ period }: { period: ShownPeriod | null }) {
  const { query, go } = useCasesNavigation();
  const words = shownPeriodWords(query.period, period);
  const choose = (next: Period) => {
    go({ ...query, period: next, page: 1 });
  };
  return (
    <>
      <PeriodMenu
        shown={words.button}
        options={namedPeriods.map((each) => ({
          words: periodWords(each),
          isChosen: query.period === each,
          onChoose: () => {
            choose(each);
          },
        }))}
        days={daysChoice({ ...query, page: 1 }, period, casesHref)}
        onChooseDays={choose}
      />{" "}
      {words.after === "" ? null : <span>{words.after}</span>}
    </>
  );
}
