"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { CasePeek } from "@/lib/pages/case/title/case-peek";
import { casePeekHref, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { buttonClasses } from "../ui/button-classes";
import { IconButton } from "../ui/icon-button";
import { CasePreviewBody } from "./case-preview-body";
import { CasePreviewHeader } from "./case-preview-header";
import { readPeek } from "./read-peek";
import { preview } from "@/lib/pages/cases/words/preview";

/** How long a preview is reused without a request. */
const freshMs = 60_000;

type CasePreviewProps = {
  caseId: string;
  /** The list it is shown beside. */
  query: CasesQuery;
  /** The preview rendered by the server; null: none was requested. */
  initial: CasePeek | null;
  onClose: () => void;
};

/** The preview of one case beside the list; over it on narrow screens. */
export function CasePreview({ caseId, query, initial, onClose }: CasePreviewProps) {
  const href = casePeekHref({ ...query, peek: caseId });
  const read = useQuery({
    queryKey: ["peek", href],
    queryFn: ({ signal }) => readPeek(href, signal),
    placeholderData: keepPreviousData,
    staleTime: freshMs,
    ...(initial?.caseId === caseId ? { initialData: initial } : {}),
  });
  const peek = read.data ?? null;
  return (
    <aside
      className="case-preview rounded-card border border-border bg-panel shadow-overlay print:hidden"
      aria-label={preview.of(caseId)}
      aria-busy={read.isPlaceholderData}
    >
      {peek === null ? (
        <div className="flex items-start gap-2 p-4">
          <div className="grid flex-1 justify-items-start gap-2" role="status">
            <Waiting isError={read.isError} isPending={read.isPending} caseId={caseId} />
            {read.isError ? (
              <button
                type="button"
                className={`${buttonClasses.default} cursor-pointer`}
                onClick={() => {
                  void read.refetch();
                }}
              >
                {preview.tryAgain}
              </button>
            ) : null}
          </div>
          <IconButton icon="fail" label={preview.close} onClick={onClose} />
        </div>
      ) : (
        <div className={read.isPlaceholderData ? "opacity-60" : ""}>
          <CasePreviewHeader peek={peek} query={query} onClose={onClose} />
          <CasePreviewBody peek={peek} query={query} />
        </div>
      )}
    </aside>
  );
}

type WaitingProps = { isError: boolean; isPending: boolean; caseId: string };

function Waiting({ isError, isPending, caseId }: WaitingProps) {
  if (isError) return <p>{preview.failed}</p>;
  if (isPending) return <p className="text-text-faint">{preview.reading(caseId)}</p>;
  return <p>{preview.missing(caseId)}</p>;
}
