"use client";

import type { CasesPageModel } from "@/lib/pages/cases/cases-page-model";
import type { MissingWord } from "@/lib/pages/cases/missing-words";
import type { RowHits } from "@/lib/pages/cases/row-hits-model";
import { CasePreview } from "./case-preview";
import { CasesKeys } from "./cases-keys";
import { CasesTable } from "./cases-table";
import { FacetList } from "./facet-list";
import { NoCaseMatches } from "./no-case-matches";
import { TextFilter } from "./text-filter";
import { usePeek } from "./use-peek";
import { table } from "@/lib/pages/cases/words/list";

type CasesBodyProps = {
  model: CasesPageModel;
  hits: RowHits;
  /** The words of the search that no case has. */
  missing: readonly MissingWord[];
};

/** The list between the facets and the preview. */
export function CasesBody({ model, hits, missing }: CasesBodyProps) {
  const { selected, select } = usePeek();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 wide:grid-cols-[160px_minmax(0,1fr)]">
      <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-3 print:hidden">
        <TextFilter />
        <FacetList facets={model.facets} />
      </div>
      <div className={selected === null ? "min-w-0" : "cases-beside min-w-0"}>
        <section aria-label={table.label} className="min-w-0">
          {model.total === 0 ? (
            <NoCaseMatches missing={missing} />
          ) : (
            <CasesTable model={model} hits={hits} />
          )}
        </section>
        {selected === null ? null : (
          <CasePreview
            caseId={selected}
            query={model.query}
            initial={model.peek}
            onClose={() => {
              select(null);
            }}
          />
        )}
      </div>
      <CasesKeys caseIds={model.rows.map(({ caseId }) => caseId)} hits={hits} />
    </div>
  );
}
