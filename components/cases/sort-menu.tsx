"use client";

import { caseSortKeys, sortedBy } from "@/lib/analytics/filter/cases-query";
import { sortOrderWords, sortWords } from "@/lib/pages/cases/words/sort";
import { Menu } from "../ui/menu";
import { MenuHeading } from "../ui/menu-heading";
import { MenuRadioItem } from "../ui/menu-radio-item";
import { useCasesNavigation } from "./cases-navigation";
import { sortMenu } from "@/lib/pages/cases/words/list";

/** Chooses the sort column and direction. */
export function SortMenu() {
  const { query, go } = useCasesNavigation();
  const { sort, direction } = query;
  const words = `${sortWords[sort]}, ${sortOrderWords(sort, direction)}`;
  return (
    <Menu label={words} name={sortMenu.name(words)} look="inline">
      {caseSortKeys.map((key) => (
        <MenuRadioItem
          key={key}
          isChosen={key === sort}
          onChoose={() => {
            if (key !== sort) go(sortedBy(query, key));
          }}
        >
          <span className="block first-letter:uppercase">{sortWords[key]}</span>
        </MenuRadioItem>
      ))}
      <MenuHeading label={sortMenu.order} />
      {(["asc", "desc"] as const).map((each) => (
        <MenuRadioItem
          key={each}
          isChosen={each === direction}
          onChoose={() => go({ ...query, direction: each, page: 1 })}
        >
          <span className="block first-letter:uppercase">{sortOrderWords(sort, each)}</span>
        </MenuRadioItem>
      ))}
    </Menu>
  );
}
