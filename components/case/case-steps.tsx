"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { CaseTrail } from "@/lib/pages/case/case-trail";
import { shortcuts } from "@/lib/format/layout/shortcuts";
import { buttonClasses } from "../ui/button-classes";
import { Kbd } from "../ui/kbd";
import { useShortcuts } from "../ui/use-shortcuts";

/** Leads to the cases beside this one in the list one came from, by buttons and keys. */
export function CaseSteps({ trail }: { trail: CaseTrail }) {
  const router = useRouter();
  const { previousHref, nextHref } = trail;
  const handler = (href: string | null) =>
    href === null
      ? undefined
      : () => {
          router.push(href);
        };
  const onPrevious = handler(previousHref);
  const onNext = handler(nextHref);
  useShortcuts({
    ...(onPrevious !== undefined && { previousCase: onPrevious }),
    ...(onNext !== undefined && { nextCase: onNext }),
  });
  return (
    <nav aria-label="Cases beside this one in the list" className="flex flex-wrap gap-2">
      {previousHref === null ? null : (
        <Link className={buttonClasses.default} href={previousHref} prefetch={false}>
          Previous case <Kbd label={shortcuts.previousCase.key} />
        </Link>
      )}
      {nextHref === null ? null : (
        <Link className={buttonClasses.default} href={nextHref} prefetch={false}>
          Next case <Kbd label={shortcuts.nextCase.key} />
        </Link>
      )}
    </nav>
  );
}
