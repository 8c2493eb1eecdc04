"use client";

import type { Facet } from "@/lib/pages/cases/cases-page-model";
import { withToggled } from "@/lib/analytics/filter/cases-query";
import { facetValueWords } from "@/lib/analytics/words/facet-words";
import { chosenWords } from "@/lib/analytics/words/filter-sentence";
import { formatCount } from "@/lib/format/format";
import { outcomeSetOf, outcomeSets } from "@/lib/analytics/filter/outcome-sets";
import { Menu } from "../ui/menu";
import { MenuCheckItem } from "../ui/menu-check-item";
import { MenuHeading } from "../ui/menu-heading";
import { MenuRadioItem } from "../ui/menu-radio-item";
import { useCasesNavigation } from "./cases-navigation";
import { outcomeMenu } from "@/lib/pages/cases/words/list";

/** The outcome filter: one of the two outcome sets, or single outcomes. */
export function OutcomeMenu({ facet }: { facet: Facet }) {
  const { query, go } = useCasesNavigation();
  const chosen = query.facets.outcome;
  const goTo = (outcome: readonly string[]) => {
    go({ ...query, facets: { ...query.facets, outcome }, page: 1 });
  };
  const words = chosen.length === 0 ? outcomeMenu.any : chosenWords(query, "outcome");
  return (
    <Menu label={words} name={outcomeMenu.name(words)} look="inline">
      <MenuRadioItem isChosen={chosen.length === 0} onChoose={() => goTo([])}>
        {outcomeMenu.anyOption}
      </MenuRadioItem>
      {outcomeSets.map((set) => (
        <MenuRadioItem
          key={set.label}
          isChosen={set === outcomeSetOf(chosen)}
          onChoose={() => goTo(set.outcomes)}
        >
          {set.label}
        </MenuRadioItem>
      ))}
      <MenuHeading label={outcomeMenu.anyOf} />
      {facet.options.map(({ value, count }) => (
        <MenuCheckItem
          key={value}
          isChecked={chosen.includes(value)}
          aside={formatCount(count)}
          onToggle={() => go(withToggled(query, "outcome", value))}
        >
          {facetValueWords("outcome", value)}
        </MenuCheckItem>
      ))}
    </Menu>
  );
}
