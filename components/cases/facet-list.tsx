"use client";

import { useState } from "react";
import type { CasesPageModel } from "@/lib/pages/cases/cases-page-model";
import { facetNames } from "@/lib/analytics/filter/cases-query";
import { facetSections } from "@/lib/pages/cases/facet-sections";
import { buttonClasses } from "../ui/button-classes";
import { Icon } from "../ui/icon";
import { useCasesNavigation } from "./cases-navigation";
import { FacetGroup } from "./facet-group";
import { facetPanel } from "@/lib/pages/cases/words/list";

/** The facets with counts; behind a button on narrow screens. */
export function FacetList({ facets }: Pick<CasesPageModel, "facets">) {
  const { query } = useCasesNavigation();
  const [isOpen, setOpen] = useState(false);
  const chosen = facetNames.reduce((sum, name) => sum + query.facets[name].length, 0);
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-3">
      <button
        type="button"
        className={`${buttonClasses.default} cursor-pointer justify-self-start wide:hidden`}
        aria-expanded={isOpen}
        aria-controls="facets"
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {facetPanel.button(chosen)}
        <Icon name={isOpen ? "up" : "down"} isBold />
      </button>
      <div
        id="facets"
        role="group"
        aria-label={facetPanel.title}
        className={`grid min-w-0 content-start gap-3 max-roomy:grid-cols-1 max-wide:grid-cols-3 ${isOpen ? "" : "max-wide:hidden"}`}
      >
        {facetSections(facets, query).map((section) => (
          <FacetGroup key={section.key} section={section} />
        ))}
      </div>
    </div>
  );
}
