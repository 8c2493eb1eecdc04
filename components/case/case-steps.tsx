import Link from "next/link";
import type { CaseTrail } from "@/lib/pages/case/case-trail";
import { shortcuts } from "@/lib/format/layout/shortcuts";
import { buttonClasses } from "../ui/button-classes";
import { Kbd } from "../ui/kbd";
import { LinkKeys } from "../ui/link-keys";
import { trail } from "@/lib/pages/case/words/page";

/** Links and keys to the previous and next case of the list the viewer came from. */
export function CaseSteps({ trail: { previousHref, nextHref } }: { trail: CaseTrail }) {
  return (
    <nav aria-label={trail.beside} className="flex flex-wrap gap-2">
      <LinkKeys hrefs={{ previousCase: previousHref, nextCase: nextHref }} />
      {previousHref === null ? null : (
        <Link className={buttonClasses.default} href={previousHref} prefetch={false}>
          {trail.previous} <Kbd label={shortcuts.previousCase.key} />
        </Link>
      )}
      {nextHref === null ? null : (
        <Link className={buttonClasses.default} href={nextHref} prefetch={false}>
          {trail.next} <Kbd label={shortcuts.nextCase.key} />
        </Link>
      )}
    </nav>
  );
}
