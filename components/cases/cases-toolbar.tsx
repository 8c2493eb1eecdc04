"use client";

import { casesCsvHref, casesSearch } from "@/lib/analytics/filter/cases-query";
import { suggestedViewName } from "@/lib/analytics/words/filter-sentence";
import type { SavedViewsModel } from "@/lib/format/layout/saved-views-model";
import { buttonClasses } from "../ui/button-classes";
import { SavedViews } from "../views/saved-views";
import type { ViewActions } from "../views/view-actions";
import { useCasesNavigation } from "./cases-navigation";
import { ColumnMenu } from "./column-menu";

type CasesToolbarProps = { views: SavedViewsModel; viewActions: ViewActions };

/** Sorting, columns, export and saved views of the list. */
export function CasesToolbar({ views, viewActions }: CasesToolbarProps) {
  const { query } = useCasesNavigation();
  return (
    <div className="ml-auto flex flex-none gap-1.5 max-roomy:ml-0 max-roomy:flex-wrap print:hidden">
      <SavedViews
        views={views}
        actions={viewActions}
        search={casesSearch({ ...query, page: 1 })}
        suggestedName={suggestedViewName(query)}
      />
      <ColumnMenu />
      <a
        className={buttonClasses.default}
        href={casesCsvHref(query)}
        download
        title="Every row of this list with the columns shown, as a file for spreadsheets"
      >
        CSV
      </a>
    </div>
  );
}
