"use client";

import { useRouter } from "next/navigation";
import type { FilterChoice } from "@/lib/analytics/findings/finding-model";
import { Menu } from "../ui/menu";
import { MenuRadioItem } from "../ui/menu-radio-item";

/** One clause of the filter sentence: a menu labelled with its current value. */
export function FilterChoiceMenu({ choice }: { choice: FilterChoice }) {
  const router = useRouter();
  const { name, shown, options } = choice;
  return (
    <Menu label={shown} name={`${name}: ${shown}`} look="inline">
      {options.map(({ words, href, isChosen }) => (
        <MenuRadioItem
          key={href}
          isChosen={isChosen}
          onChoose={() => {
            router.push(href, { scroll: false });
          }}
        >
          {words}
        </MenuRadioItem>
      ))}
    </Menu>
  );
}
