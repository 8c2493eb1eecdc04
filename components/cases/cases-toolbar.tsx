"use client";

import { casesCsvHref, casesSearch } from "@/lib/analytics/filter/cases-query";
import { suggestedViewName } from "@/lib/analytics/words/filter-sentence";
import type { SavedViewsModel } from "@/lib/format/layout/saved-views-model";
import { MakeCohortButton, type MakeCohort } from "../cohort/make-cohort";
import { buttonClasses } from "../ui/button-classes";
import { SavedViews } from "../views/saved-views";
import type { ViewActions } from "../views/view-actions";
import { useCasesNavigation } from "./cases-navigation";
import { ColumnMenu } from "./column-menu";
import { toolbar } from "@/lib/pages/cases/words/list";

type CasesToolbarProps = {
  views: SavedViewsModel;
  viewActions: ViewActions;
  /** Number of listed cases. */
  total: number;
  /** Null: the viewer may not make cohorts. */
  onMakeCohort: MakeCohort | null;
};

/** Saved views, columns, export of the list, and a cohort made of it. */
export function CasesToolbar({ views, viewActions, total, onMakeCohort }: CasesToolbarProps) {
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
        title={toolbar.csvTitle}
      >
        {toolbar.csv}
      </a>
      {onMakeCohort === null ? null : (
        <MakeCohortButton
          search={casesSearch({ ...query, page: 1 })}
          total={total}
          onMake={onMakeCohort}
        />
      )}
    </div>
  );
}
