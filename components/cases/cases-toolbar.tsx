"use client";

import type { SavedView } from "@/lib/domain/saved-view";
import { casesCsvHref } from "@/lib/view/cases-query";
import { buttonClasses } from "../ui/button-classes";
import { useCasesNavigation } from "./cases-navigation";
import { ColumnMenu } from "./column-menu";
import type { SavedViewActions } from "./saved-view-actions";
import { SavedViews } from "./saved-views";

type CasesToolbarProps = { views: readonly SavedView[]; viewActions: SavedViewActions };

/** What can be done with the list as a whole. */
export function CasesToolbar({ views, viewActions }: CasesToolbarProps) {
  const { query } = useCasesNavigation();
  return (
    <div className="ml-auto flex flex-none gap-1.5 max-roomy:ml-0 max-roomy:flex-wrap print:hidden">
      <SavedViews views={views} actions={viewActions} />
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
