import Link from "next/link";
import type { CaseTrail } from "@/lib/pages/case/case-trail";
import { formatCount } from "@/lib/format/format";

const look = "text-link hover:underline";

/** Breadcrumbs: all cases, then the list the viewer came from. */
export function CaseCrumbs({ trail }: { trail: CaseTrail | null }) {
  return (
    <ol className="flex flex-wrap gap-x-1.5">
      <li>
        <Link className={look} href="/cases">
          Cases
        </Link>
      </li>
      {trail === null ? null : (
        <li className="flex gap-x-1.5">
          <span aria-hidden="true">›</span>
          <Link className={look} href={trail.listHref} prefetch={false}>
            {trail.listWords}
            {trail.place === null ? "" : `, ${formatCount(trail.place.total)}`}
          </Link>
        </li>
      )}
      {trail === null ? null : (
        <li className="flex gap-x-1.5">
          <span aria-hidden="true">›</span>
          {trail.place === null
            ? "no longer in this list"
            : `${formatCount(trail.place.position)} of ${formatCount(trail.place.total)}`}
        </li>
      )}
    </ol>
  );
}
