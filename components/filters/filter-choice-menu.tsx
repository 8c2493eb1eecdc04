"use client";

import { useRouter } from "next/navigation";
import type { FilterChoice } from "@/lib/analytics/findings/finding-model";
import { Menu } from "../ui/menu";
import { MenuRadioItem } from "../ui/menu-radio-item";
import { PeriodMenu } from "./period-menu";

/** One clause of the filter sentence: a menu labelled with its current value. */
export function FilterChoiceMenu({ choice }: { choice: FilterChoice }) {
  const router = useRouter();
  const { name, shown, options, days } = choice;
  const lines = options.map(({ words, href, isChosen }) => ({
    ...{ words, isChosen },
    onChoose: () => {
      router.push(href, { scroll: false });
    },
  }));
  if (days !== undefined) return <PeriodMenu shown={shown} options={lines} days={days} />;
  return (
    <Menu label={shown} name={`${name}: ${shown}`} look="inline">
      {lines.map(({ words, isChosen, onChoose }) => (
        <MenuRadioItem key={words} isChosen={isChosen} onChoose={onChoose}>
          {words}
        </MenuRadioItem>
      ))}
    </Menu>
  );
}
