import type { FilterChoice } from "@/lib/analytics/findings/finding-model";
import { FilterChoiceMenu } from "./filter-choice-menu";

/** What the page is about, as a sentence whose parts can be changed. */
export function OverviewFilters({ filters }: { filters: readonly FilterChoice[] }) {
  return (
    <div
      role="group"
      aria-label="Filters in words"
      className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-text-muted print:hidden"
    >
      {filters.map((choice) => (
        <span key={choice.name + choice.lead} className="inline-flex min-w-0 items-center gap-1.5">
          <span className="whitespace-nowrap">{choice.lead}</span>
          <FilterChoiceMenu choice={choice} />
        </span>
      ))}
    </div>
  );
}
