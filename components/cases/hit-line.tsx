import Link from "next/link";
import type { RowHit } from "@/lib/analytics/search/row-hit";
import { foundPlaceHref } from "@/lib/pages/case/url";
import { HitWords } from "./hit-words";

type HitLineProps = {
  caseId: string;
  hit: RowHit;
  /** The list's query string. */
  list: string;
  /** Columns of the table. */
  columns: number;
};

/** The line under a case that shows what the search found in it; it opens the case there. */
export function HitLine({ caseId, hit, list, columns }: HitLineProps) {
  return (
    <tr data-hit-line="">
      <td colSpan={columns}>
        <Link
          className="relative block contain-inline-size truncate text-secondary text-text-muted hover:text-text stacked:line-clamp-2 stacked:whitespace-normal"
          href={foundPlaceHref(caseId, list, hit.place)}
          prefetch={false}
        >
          <HitWords hit={hit} />
        </Link>
      </td>
    </tr>
  );
}
