import type { FilterChoice } from "@/lib/analytics/findings/finding-model";
import { FilterChoiceMenu } from "./filter-choice-menu";

/** The page's filters as a sentence of menus. */
export function OverviewFilters({ filters }: { filters: readonly FilterChoice[] }) {
  return (
    <div
      role="group"
      aria-label="Filters in words"
      className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-1 text-text-muted print:hidden"
    >
      {filters.map((choice) => (
        <span
          key={choice.name + choice.lead}
          className="inline-flex max-w-full min-w-0 flex-wrap items-center gap-x-1.5"
        >
          <span className="whitespace-nowrap">{choice.lead}</span>
          <FilterChoiceMenu choice={choice} />
        </span>
      ))}
    </div>
  );
}
