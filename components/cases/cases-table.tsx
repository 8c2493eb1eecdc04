"use client";

import { caseColumnEntries } from "@/lib/analytics/words/case-cells";
import type { CasesPageModel } from "@/lib/pages/cases/cases-page-model";
import type { RowHits } from "@/lib/pages/cases/row-hits-model";
import { casesHref, sortedBy, type CaseColumn } from "@/lib/analytics/filter/cases-query";
import { paginate } from "@/lib/format/address/paginate";
import { Pager } from "@/components/ui/pager";
import { SortHeader } from "@/components/ui/sort-header";
import { useCasesNavigation } from "./cases-navigation";
import { CasesTableRow } from "./cases-table-row";
import { columnHidePriority } from "./column-hide-priority";
import { usePeek } from "./use-peek";
import { table } from "@/lib/pages/cases/words/list";

const comfortableColumns = 6;

/** The cases of one page of the list. */
export function CasesTable({ model, hits }: { model: CasesPageModel; hits: RowHits }) {
  const { query, total, pageSize, rows, decidedBy } = model;
  const { isPending, go } = useCasesNavigation();
  const { selected, select } = usePeek();
  const pageOf = (page: number) => ({ ...query, page, peek: null });
  const isWide = query.columns.length + decidedBy.length > comfortableColumns;
  return (
    <div
      className={`records cases-table rounded-card border border-border bg-panel ${isPending ? "opacity-60" : ""}`}
      aria-busy={isPending}
    >
      <div className={isWide ? "overflow-x-auto" : ""}>
        <table>
          <caption className="sr-only">{table.caption}</caption>
          <CasesTableHead model={model} />
          <tbody>
            {rows.map((row) => (
              <CasesTableRow
                key={row.caseId}
                row={row}
                hit={hits.get(row.caseId) ?? null}
                query={query}
                decidedBy={decidedBy}
                isTight={selected !== null}
                isSelected={row.caseId === selected}
                onSelect={select}
              />
            ))}
          </tbody>
        </table>
      </div>
      {query.columns.some((name) => columnHidePriority(name) !== undefined) ? (
        <p className="spared border-b border-border px-3 py-1.5 text-axis text-text-faint">
          {table.hiddenColumns}
        </p>
      ) : null}
      <Pager
        label={table.pages}
        pagination={paginate({ page: query.page, pageSize, total }, (page) =>
          casesHref(pageOf(page)),
        )}
        onPage={(page) => {
          go(pageOf(page));
        }}
      />
    </div>
  );
}

function CasesTableHead({ model: { query, decidedBy } }: { model: CasesPageModel }) {
  return (
    <thead>
      <tr>
        <Heading name="case" query={query} />
        {decidedBy.map((label) => (
          <th key={label} scope="col">
            <span className="block max-w-32 whitespace-normal">{label}</span>
          </th>
        ))}
        {query.columns.map((name) => (
          <Heading key={name} name={name} query={query} />
        ))}
        <th scope="col" data-actions="">
          <span className="sr-only">{table.preview}</span>
        </th>
      </tr>
    </thead>
  );
}

type HeadingProps = { name: CaseColumn | "case"; query: CasesPageModel["query"] };

function Heading({ name, query }: HeadingProps) {
  const { go } = useCasesNavigation();
  const { label, sort, isNumber } = caseColumnEntries[name];
  if (sort === null) {
    return (
      <th scope="col" data-spare={columnHidePriority(name)}>
        {label}
      </th>
    );
  }
  const next = { ...sortedBy(query, sort), peek: null };
  return (
    <SortHeader
      label={label}
      isNumber={isNumber}
      columnHidePriority={columnHidePriority(name)}
      direction={query.sort === sort ? query.direction : null}
      href={casesHref(next)}
      onSort={() => {
        go(next);
      }}
    />
  );
}
