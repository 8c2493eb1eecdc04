"use client";

import { useState } from "react";
import type { AnnotationLine } from "@/lib/analytics/annotations/annotations-model";
import { formatCounted } from "@/lib/format/format";
import { MaskedText } from "../ui/masked-text";
import { AnnotationsDialog } from "./annotations-dialog";
import { MarkerLetter } from "./marker-letter";
import type { PageAnnotations } from "./page-annotations";

type AnnotationsProps = {
  annotations: PageAnnotations;
  /** Further ones are only listed in the dialog. */
  shownMax?: number;
};

/** The key to the annotation letters of a time chart, and a button to add one. */
export function Annotations({
  annotations: { model, actions },
  shownMax = Infinity,
}: AnnotationsProps) {
  const [isOpen, setOpen] = useState(false);
  const { lines, mayAnnotate } = model;
  if (lines.length === 0 && !mayAnnotate) return null;
  const shown = chosen(lines, shownMax);
  const more = lines.length - shown.length;
  return (
    <div className="flex flex-wrap items-center gap-x-4 text-axis text-text-muted">
      {shown.length === 0 ? null : (
        <ul aria-label="Marked dates" className="contents">
          {shown.map((line) => (
            <li key={line.key} className="flex min-h-6 min-w-0 items-center gap-1.5">
              <MarkerLetter letter={line.letter} />
              <span className="min-w-0 [overflow-wrap:anywhere]">
                {line.kindWords}, {line.when}: <MaskedText text={line.text} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {more === 0 || shown.length === 0 ? null : <span>and {formatCounted(more, "other")}</span>}
      <button
        type="button"
        className="-mx-1 min-h-6 cursor-pointer rounded-chip px-1 text-secondary text-link hover:underline print:hidden"
        onClick={() => {
          setOpen(true);
        }}
      >
        {buttonWords(mayAnnotate, lines.length > 0 && shown.length === 0)}
      </button>
      <AnnotationsDialog
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
        }}
        model={model}
        actions={actions}
      />
    </div>
  );
}

/** @param isFolded whether there are annotations of which none is listed */
function buttonWords(mayAnnotate: boolean, isFolded: boolean): string {
  if (isFolded)
    return mayAnnotate ? "What the letters mean; add a note…" : "What the letters mean…";
  return mayAnnotate ? "Annotate…" : "Show all…";
}

/** The latest `most` annotations, people's own before derived ones, in order of their start. */
function chosen(lines: readonly AnnotationLine[], most: number): readonly AnnotationLine[] {
  const noted = lines.filter(({ note }) => note !== null);
  const derived = lines.filter(({ note }) => note === null);
  return [...derived, ...noted]
    .slice(Math.max(0, lines.length - most))
    .sort((one, other) => one.order - other.order);
}
