"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition, type SubmitEvent } from "react";
import { savedViewNameMax } from "@/lib/domain/saved-view";
import { casesSearch } from "@/lib/view/cases-query";
import { suggestedViewName } from "@/lib/view/filter-sentence";
import { buttonClasses } from "../ui/button-classes";
import { Dialog } from "../ui/dialog";
import { useCasesNavigation } from "./cases-navigation";
import type { SavedViewActions } from "./saved-view-actions";

type SaveViewDialogProps = Pick<SavedViewActions, "save"> & {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** Asks for a name, and saves the filters, the order and the columns under it. */
export function SaveViewDialog({ isOpen, onOpenChange, save }: SaveViewDialogProps) {
  return (
    <Dialog
      title="Save this view"
      description="Its filters, order and columns; a view of the same name is replaced. Everybody who uses this workspace sees it."
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <SaveViewForm
        save={save}
        onDone={() => {
          onOpenChange(false);
        }}
      />
    </Dialog>
  );
}

function SaveViewForm({ save, onDone }: Pick<SavedViewActions, "save"> & { onDone: () => void }) {
  const router = useRouter();
  const { query } = useCasesNavigation();
  const [isPending, startTransition] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get("name");
    startTransition(async () => {
      const outcome = await save({ name, search: casesSearch({ ...query, page: 1 }) });
      if (outcome.isDone) {
        router.refresh();
        onDone();
      } else setProblem(outcome.sentence);
    });
  };
  return (
    <form className="grid gap-3" onSubmit={onSubmit}>
      <label className="grid gap-1">
        Name
        <input
          className="min-h-8 rounded-control border border-border-strong bg-panel px-2 text-text"
          name="name"
          defaultValue={suggestedViewName(query).slice(0, savedViewNameMax)}
          maxLength={savedViewNameMax}
          required
        />
      </label>
      {problem === null ? null : (
        <p role="alert" className="text-secondary text-fail">
          {problem}
        </p>
      )}
      <button
        className={`${buttonClasses.primary} cursor-pointer justify-self-end`}
        disabled={isPending}
      >
        {isPending ? "Saving" : "Save"}
      </button>
    </form>
  );
}
