"use client";

import { useState } from "react";
import { withToggled } from "@/lib/analytics/filter/cases-query";
import type { FacetSection } from "@/lib/pages/cases/facet-sections";
import { Icon } from "../ui/icon";
import { useCasesNavigation } from "./cases-navigation";
import { FacetLine } from "./facet-line";
import { OutcomeSetButtons } from "./outcome-set-buttons";
import { facetPanel } from "@/lib/pages/cases/words/list";

const shownMax = 8;

/** A facet with its values; foldable, and a long one shows its first values until expanded. */
export function FacetGroup({ section }: { section: FacetSection }) {
  const { query, go } = useCasesNavigation();
  const [isFolded, setFolded] = useState(section.isFolded);
  const [isLong, setLong] = useState(false);
  const shown = section.lines.filter((line, index) => isLong || index < shownMax || line.isChosen);
  const hidden = section.lines.length - shown.length;
  return (
    <fieldset className="min-w-0">
      <legend className="contents">
        <button
          type="button"
          className="group flex min-h-6 w-full cursor-pointer items-center gap-1 rounded-chip text-left text-secondary font-semibold text-text-muted hover:text-text"
          aria-expanded={!isFolded}
          onClick={() => {
            setFolded(!isFolded);
          }}
        >
          <span className="truncate first-letter:uppercase">{section.title}</span>
          <span
            className={`text-text-faint ${isFolded ? "" : "opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100"}`}
          >
            <Icon name={isFolded ? "right" : "down"} isBold />
          </span>
        </button>
      </legend>
      {isFolded ? null : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-px">
          {section.name === "outcome" ? <OutcomeSetButtons /> : null}
          {shown.map((line) => (
            <FacetLine
              key={line.value}
              line={line}
              name={section.name}
              onToggle={() => {
                go(withToggled(query, section.name, line.value));
              }}
            />
          ))}
          {hidden > 0 || isLong ? (
            <button
              type="button"
              className="min-h-6 cursor-pointer justify-self-start rounded-chip text-secondary text-link hover:underline"
              onClick={() => {
                setLong(!isLong);
              }}
            >
              {isLong ? facetPanel.fewer : facetPanel.more(hidden)}
            </button>
          ) : null}
          {section.more > 0 && (isLong || hidden === 0) ? (
            <p className="text-axis text-text-faint">{facetPanel.rarer(section.more)}</p>
          ) : null}
        </div>
      )}
    </fieldset>
  );
}
