"use client";

import type {
  AnnotationLine,
  AnnotationsModel,
} from "@/lib/analytics/annotations/annotations-model";
import { buttonClasses } from "../ui/button-classes";
import { Dialog } from "../ui/dialog";
import { MaskedText } from "../ui/masked-text";
import { useMutation } from "../ui/use-mutation";
import type { AnnotationActions } from "./annotation-actions";
import { AnnotationForm } from "./annotation-form";
import { MarkerLetter } from "./marker-letter";
import { ProblemNote } from "../ui/problem-note";

type AnnotationsDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  model: AnnotationsModel;
  actions: AnnotationActions;
};

/** Lists the annotations of the shown period, removes them and adds one. */
export function AnnotationsDialog({ isOpen, onClose, model, actions }: AnnotationsDialogProps) {
  const { lines, mayAnnotate, zone } = model;
  return (
    <Dialog
      title="Annotations on time"
      description="Releases, outages and policies that somebody noted, and prompts and releases that contacts name for the first time: marked on every chart over time. Everybody who uses this workspace sees them; personal data in them is masked before they are kept."
      isOpen={isOpen}
      onOpenChange={onClose}
    >
      {lines.length === 0 ? (
        <p className="text-secondary text-text-muted">None in the time shown.</p>
      ) : (
        <ul aria-label="All annotations" className="grid max-h-64 overflow-y-auto">
          {lines.map((line) => (
            <AnnotationItem
              key={line.key}
              line={line}
              remove={mayAnnotate ? actions.remove : null}
            />
          ))}
        </ul>
      )}
      {mayAnnotate ? <AnnotationForm zone={zone} add={actions.add} /> : null}
    </Dialog>
  );
}

type AnnotationItemProps = {
  line: AnnotationLine;
  /** null: it may not be removed. */
  remove: AnnotationActions["remove"] | null;
};

function AnnotationItem({ line, remove }: AnnotationItemProps) {
  const { isBusy, problem, submit } = useMutation();
  const id = line.note?.id ?? null;
  return (
    <li className="grid gap-0.5 border-t border-border py-1.5">
      <div className="flex items-start gap-2">
        <span className="pt-1">
          <MarkerLetter letter={line.letter} />
        </span>
        <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
          <MaskedText text={line.text} />
          <p className="text-secondary text-text-muted">
            {line.kindWords}, {line.when} · by {line.by}
          </p>
        </div>
        {remove === null || id === null ? null : (
          <button
            type="button"
            className={`${buttonClasses.quiet} cursor-pointer`}
            aria-label={`Remove: ${line.kindWords}, ${line.when}`}
            disabled={isBusy}
            onClick={() => {
              submit(() => remove({ id }));
            }}
          >
            Remove
          </button>
        )}
      </div>
      <ProblemNote problem={problem} />
    </li>
  );
}
