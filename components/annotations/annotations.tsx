"use client";

import { useState } from "react";
import type { AnnotationsModel } from "@/lib/view/annotations-model";
import { formatCounted } from "@/lib/view/format";
import { MaskedText } from "../ui/masked-text";
import type { AnnotationActions } from "./annotation-actions";
import { AnnotationsDialog } from "./annotations-dialog";
import { MarkerLetter } from "./marker-letter";

type AnnotationsProps = { model: AnnotationsModel; actions: AnnotationActions };

/** More are told in the dialog. */
const shownMax = 3;

/** Below a chart over time: what its markers say, and the way to add one. */
export function Annotations({ model, actions }: AnnotationsProps) {
  const [isOpen, setOpen] = useState(false);
  const { lines, mayAnnotate } = model;
  if (lines.length === 0 && !mayAnnotate) return null;
  const shown = lines.slice(-shownMax);
  const more = lines.length - shown.length;
  return (
    <div className="flex flex-wrap items-center gap-x-4 text-axis text-text-muted">
      {shown.length === 0 ? null : (
        <ul aria-label="Annotations" className="contents">
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
      <button
        type="button"
        className="-mx-1 min-h-6 cursor-pointer rounded-chip px-1 text-link hover:underline print:hidden"
        onClick={() => {
          setOpen(true);
        }}
      >
        {buttonWords(more, lines.length, mayAnnotate)}
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

function buttonWords(more: number, all: number, mayAnnotate: boolean): string {
  if (more > 0) return `All ${formatCounted(all, "annotation")}…`;
  return mayAnnotate ? "Annotate…" : "Annotations…";
}
