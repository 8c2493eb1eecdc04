import Link from "next/link";
import { foundPlaceHref } from "@/lib/pages/case/url";
import type { CasePeek } from "@/lib/pages/case/title/case-peek";
import { casesSearch, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { outcomeWords } from "@/lib/format/wording";
import { buttonClasses } from "../ui/button-classes";
import { IconButton } from "../ui/icon-button";
import { Kbd } from "../ui/kbd";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";
import { preview } from "@/lib/pages/cases/words/preview";

type CasePreviewHeaderProps = { peek: CasePeek; query: CasesQuery; onClose: () => void };

/** Case id, status and links to the case. */
export function CasePreviewHeader({ peek, query, onClose }: CasePreviewHeaderProps) {
  const { tone, label, meaning } = outcomeWords[peek.outcome];
  const list = casesSearch({ ...query, peek: peek.caseId });
  return (
    <header className="sticky top-0 flex items-center gap-2 rounded-t-card border-b border-border bg-panel py-2.5 pr-2 pl-4">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-0.5">
        <b className="min-w-0 truncate font-mono text-secondary" title={peek.caseId}>
          <MaskedText text={peek.caseId} />
        </b>
        <StatusBadge tone={tone} label={label} title={meaning} />
      </div>
      <Link
        className={buttonClasses.default}
        href={foundPlaceHref(peek.caseId, list, peek.found?.hit?.place ?? null)}
        prefetch={false}
      >
        {preview.open}{" "}
        <span className="max-roomy:hidden" aria-hidden="true">
          <Kbd label="↵" />
        </span>
      </Link>
      <IconButton icon="fail" label={preview.close} onClick={onClose} />
    </header>
  );
}
