"use client";

import { outcomeSetOf, outcomeSets } from "@/lib/analytics/filter/outcome-sets";
import { useCasesNavigation } from "./cases-navigation";

/** Toggles for the two outcome sets used most. */
export function OutcomeSetButtons() {
  const { query, go } = useCasesNavigation();
  const chosen = outcomeSetOf(query.facets.outcome);
  return (
    <div className="flex flex-wrap gap-1 pb-1">
      {outcomeSets.map((set) => {
        const isChosen = set === chosen;
        const look = isChosen
          ? "border-action bg-action text-action-text"
          : "border-border border-b-border-strong bg-panel text-text-muted hover:bg-hover hover:text-text";
        return (
          <button
            key={set.label}
            type="button"
            className={`inline-flex min-h-6 cursor-pointer items-center rounded-chip border px-1.5 text-axis max-roomy:min-h-8 ${look}`}
            aria-pressed={isChosen}
            onClick={() => {
              const outcome = isChosen ? [] : set.outcomes;
              go({ ...query, facets: { ...query.facets, outcome }, page: 1 });
            }}
          >
            {set.label}
          </button>
        );
      })}
    </div>
  );
}
