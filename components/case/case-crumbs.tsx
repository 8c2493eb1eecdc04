import Link from "next/link";
import type { CaseTrail } from "@/lib/pages/case/case-trail";
import { trail as words } from "@/lib/pages/case/words/page";

const look = "text-link hover:underline";

/** Breadcrumbs: all cases, then the list the viewer came from. */
export function CaseCrumbs({ trail }: { trail: CaseTrail | null }) {
  return (
    <ol className="flex flex-wrap gap-x-1.5">
      <li>
        <Link className={look} href="/cases">
          {words.cases}
        </Link>
      </li>
      {trail === null ? null : (
        <li className="flex gap-x-1.5">
          <span aria-hidden="true">›</span>
          <Link className={look} href={trail.listHref} prefetch={false}>
            {trail.place === null
              ? trail.listWords
              : words.list(trail.listWords, trail.place.total)}
          </Link>
        </li>
      )}
      {trail === null ? null : (
        <li className="flex gap-x-1.5">
          <span aria-hidden="true">›</span>
          {trail.place === null ? words.gone : words.place(trail.place.position, trail.place.total)}
        </li>
      )}
    </ol>
  );
}
