"use client";

import Link from "next/link";
import type { MouseEvent } from "react";
import type { RowHit } from "@/lib/analytics/search/row-hit";
import { foundPlaceHref } from "@/lib/pages/case/url";
import { decidingCell } from "@/lib/analytics/words/case-cells";
import type { CasesPageModel } from "@/lib/pages/cases/cases-page-model";
import type { ListedCase } from "@/lib/analytics/words/case-list-item";
import { casesSearch, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { IconButton } from "../ui/icon-button";
import { MaskedText } from "../ui/masked-text";
import { CaseCell, VerdictBadge } from "./case-cell";
import { caseRowId } from "./case-row-id";
import { preview } from "@/lib/pages/cases/words/preview";
import { HitLine } from "./hit-line";

type CasesTableRowProps = {
  row: ListedCase;
  query: CasesQuery;
  /** Headings of the score columns. */
  decidedBy: CasesPageModel["decidedBy"];
  /** What the search found in it; null: nothing to show. */
  hit: RowHit | null;
  /** True beside an open preview. */
  isTight: boolean;
  isSelected: boolean;
  onSelect: (caseId: string | null) => void;
};

/** One case: its link opens it; its button, or a click elsewhere on the row, opens the preview. */
export function CasesTableRow({
  row,
  hit,
  query,
  decidedBy,
  isTight,
  isSelected,
  onSelect,
}: CasesTableRowProps) {
  const { caseId } = row;
  const list = casesSearch({ ...query, peek: isSelected ? caseId : null });
  const onClick = (event: MouseEvent<HTMLTableRowElement>) => {
    const isOfControl =
      event.target instanceof Element && event.target.closest("a, button") !== null;
    if (!isOfControl && !hasMarkedText()) onSelect(caseId);
  };
  const columns = query.columns.length + decidedBy.length + 2;
  const line = hit === null ? null : <HitLine {...{ caseId, hit, list, columns }} />;
  return (
    <>
      <tr
        id={caseRowId(caseId)}
        className="cursor-default scroll-mt-12 scroll-mb-4"
        data-selected={isSelected ? "" : undefined}
        onClick={onClick}
      >
        <th scope="row" data-cell="case">
          <Link
            className="block max-w-28 truncate font-mono text-secondary leading-6 text-link hover:underline"
            href={foundPlaceHref(caseId, list, hit?.place ?? null)}
            prefetch={false}
            title={caseId}
          >
            <MaskedText text={caseId} />
          </Link>
        </th>
        {decidedBy.map((label, at) => (
          <td key={label} data-label={label}>
            <VerdictBadge cell={decidingCell(row.deciding[at] ?? null)} />
          </td>
        ))}
        {query.columns.map((name) => (
          <CaseCell key={name} name={name} row={row} isTight={isTight} />
        ))}
        <td data-actions="">
          <IconButton
            icon="preview"
            label={isSelected ? preview.closeOf(caseId) : preview.show(caseId)}
            aria-pressed={isSelected}
            onClick={() => {
              onSelect(isSelected ? null : caseId);
            }}
          />
        </td>
      </tr>
      {line}
    </>
  );
}

/** A click that ends a text selection does not open the preview. */
function hasMarkedText(): boolean {
  return (window.getSelection()?.toString() ?? "") !== "";
}
