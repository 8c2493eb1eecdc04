"use client";

import { useState, type SubmitEvent } from "react";
import { Popover } from "radix-ui";
import type { ShownPeriod } from "@/lib/analytics/filter/shown-period";
import { relativePeriods, type Period } from "@/lib/analytics/filter/cases-query";
import { periodWords } from "@/lib/analytics/words/facet-words";
import { periodDays, shownPeriodWords } from "@/lib/analytics/filter/shown-period";
import { buttonClasses } from "../ui/button-classes";
import { Icon } from "../ui/icon";
import { useCasesNavigation } from "./cases-navigation";

const lines = ["all", ...relativePeriods] as const;

/** The period filter on the opening time: relative to the newest data, or between two days. */
export function PeriodMenu({ period }: { period: ShownPeriod | null }) {
  const { query, go } = useCasesNavigation();
  const [isOpen, setOpen] = useState(false);
  const words = shownPeriodWords(query.period, period);
  const choose = (next: Period) => {
    setOpen(false);
    go({ ...query, period: next, page: 1 });
  };
  return (
    <>
      <Popover.Root open={isOpen} onOpenChange={setOpen}>
        <Popover.Trigger
          className="inline-flex min-h-6 cursor-pointer items-center gap-1 rounded-control border border-border border-b-border-strong bg-panel px-2 text-text hover:bg-hover max-roomy:min-h-8"
          aria-label={`Period: ${words.button}`}
        >
          {words.button}
          <span className="grid text-text-faint">
            <Icon name="down" isBold />
          </span>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            className="z-30 grid w-72 max-w-[calc(100vw-24px)] gap-1 rounded-card border border-border bg-panel p-2 shadow-overlay"
            align="start"
            sideOffset={4}
            collisionPadding={12}
            aria-label="Period"
          >
            {lines.map((line) => (
              <button
                key={line}
                type="button"
                className="flex min-h-7 cursor-pointer items-center gap-2 rounded-chip px-2 text-left hover:bg-hover max-roomy:min-h-9"
                aria-pressed={query.period === line}
                onClick={() => {
                  choose(line);
                }}
              >
                <span className="grid w-3.5 flex-none place-items-center">
                  {query.period === line ? <Icon name="pass" isBold /> : null}
                </span>
                {periodWords(line)}
              </button>
            ))}
            <DaysForm days={periodDays(query.period, period)} onChoose={choose} />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>{" "}
      {words.after === "" ? null : <span>{words.after}</span>}
    </>
  );
}

type DaysFormProps = {
  days: { readonly from: string; readonly to: string };
  onChoose: (period: Period) => void;
};

const dayLook =
  "min-h-7 min-w-0 rounded-control border border-border-strong bg-panel px-1.5 text-secondary";

function DaysForm({ days, onChoose }: DaysFormProps) {
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [from, to] = [data.get("from"), data.get("to")];
    if (typeof from === "string" && typeof to === "string" && from !== "" && to !== "") {
      onChoose(from <= to ? { from, to } : { from: to, to: from });
    }
  };
  return (
    <form className="grid gap-2 border-t border-border px-2 pt-2" onSubmit={onSubmit}>
      <div className="grid grid-cols-2 gap-2">
        <label className="grid min-w-0 gap-0.5 text-axis text-text-faint">
          From
          <input className={dayLook} type="date" name="from" defaultValue={days.from} required />
        </label>
        <label className="grid min-w-0 gap-0.5 text-axis text-text-faint">
          To, inclusive
          <input className={dayLook} type="date" name="to" defaultValue={days.to} required />
        </label>
      </div>
      <button className={`${buttonClasses.default} cursor-pointer justify-self-end`}>
        Show these days
      </button>
    </form>
  );
}
