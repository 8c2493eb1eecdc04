"use client";

import { useId, useState } from "react";
import { filterSummary } from "@/lib/analytics/filter/filter-summary";
import type { FilterChoice } from "@/lib/analytics/findings/finding-model";
import { Icon } from "../ui/icon";
import { FilterChoiceMenu } from "./filter-choice-menu";
import { DaysForm } from "./days-form";

/** A page's filters as a sentence of menus; on a narrow screen one line that opens. */
export function FilterBar({ filters }: { filters: readonly FilterChoice[] }) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1 print:hidden">
      <button
        type="button"
        className="flex min-h-9 w-full min-w-0 cursor-pointer items-center gap-1 rounded-control border border-border border-b-border-strong bg-panel px-2 text-left text-text hover:bg-hover roomy:hidden"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        <span className="min-w-0 flex-1 truncate">{filterSummary(filters)}</span>
        <span className="grid flex-none text-text-faint">
          <Icon name={isOpen ? "up" : "down"} isBold />
        </span>
      </button>
      <div
        id={id}
        role="group"
        aria-label="Filters in words"
        className={`flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-1 text-text-muted ${isOpen ? "" : "max-roomy:[@media(scripting:enabled)]:hidden"}`}
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
      <WithoutScripts filters={filters} />
    </div>
  );
}

/** Own days where no menu opens. */
function WithoutScripts({ filters }: { filters: readonly FilterChoice[] }) {
  const days = filters.find((choice) => choice.days !== undefined)?.days;
  return days === undefined ? null : (
    <noscript>
      <div className="max-w-72">
        <DaysForm days={days} />
      </div>
    </noscript>
  );
}
