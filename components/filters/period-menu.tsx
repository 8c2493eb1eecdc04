"use client";

import { useState } from "react";
import { Popover } from "radix-ui";
import type { DaysChoice } from "@/lib/analytics/findings/finding-model";
import { Icon } from "../ui/icon";
import { DaysForm } from "./days-form";

type PeriodMenuProps = {
  /** The days that are shown, in words. */
  shown: string;
  options: readonly {
    readonly words: string;
    readonly isChosen: boolean;
    readonly onChoose: () => void;
  }[];
  days: DaysChoice;
  onChooseDays?: (days: { readonly from: string; readonly to: string }) => void;
};

/** The period as a menu: one with a name, or two days of one's own. */
export function PeriodMenu({ shown, options, days, onChooseDays }: PeriodMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
  };
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger
        className="inline-flex min-h-6 max-w-full min-w-0 cursor-pointer items-center gap-1 rounded-control border border-border border-b-border-strong bg-panel px-2 text-left text-text hover:bg-hover max-roomy:min-h-8"
        aria-label={`Period: ${shown}`}
      >
        <span className="truncate">{shown}</span>
        <span className="grid flex-none text-text-faint">
          <Icon name="down" isBold />
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="z-30 grid max-h-(--radix-popover-content-available-height) w-72 max-w-[calc(100vw-24px)] gap-px overflow-y-auto max-roomy:w-[366px] max-roomy:grid-cols-2 rounded-card border border-border bg-panel p-2 shadow-overlay"
          align="start"
          sideOffset={4}
          collisionPadding={12}
          aria-label="Period"
        >
          {options.map(({ words, isChosen, onChoose }) => (
            <button
              key={words}
              type="button"
              className="flex min-h-7 cursor-pointer items-center gap-2 rounded-chip px-2 text-left hover:bg-hover max-roomy:min-h-9"
              aria-pressed={isChosen}
              onClick={() => {
                close();
                onChoose();
              }}
            >
              <span className="grid w-3.5 flex-none place-items-center">
                {isChosen ? <Icon name="pass" isBold /> : null}
              </span>
              {words}
            </button>
          ))}
          <div className="col-span-full">
            <DaysForm
              days={days}
              onChoose={
                onChooseDays &&
                ((chosen) => {
                  close();
                  onChooseDays(chosen);
                })
              }
            />
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
