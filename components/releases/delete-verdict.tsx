"use client";

import { useState } from "react";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { buttonClasses } from "../ui/button-classes";
import { Dialog } from "../ui/dialog";
import { ProblemNote } from "../ui/problem-note";
import { useMutation } from "../ui/use-mutation";

/** What deletes a verdict. */
export type OnDeleteVerdict = (input: { readonly id: number }) => Promise<MutationOutcome>;

/** Deletes what a verdict says, after a question. */
export function DeleteVerdict({ id, onDelete }: { id: number; onDelete: OnDeleteVerdict }) {
  const [isOpen, setOpen] = useState(false);
  const { isBusy, problem, submit } = useMutation();
  return (
    <>
      <button
        type="button"
        className="min-h-6 cursor-pointer rounded-chip px-1 text-link hover:underline max-roomy:min-h-8"
        onClick={() => {
          setOpen(true);
        }}
      >
        Delete
      </button>
      <Dialog
        title="Delete this verdict"
        description="Its figures and inputs are gone for good. The attempt still counts, and the audit says that you deleted it."
        isOpen={isOpen}
        onOpenChange={setOpen}
      >
        <ProblemNote problem={problem} />
        <button
          type="button"
          className={`${buttonClasses.primary} cursor-pointer justify-self-start`}
          disabled={isBusy}
          onClick={() => {
            submit(
              () => onDelete({ id }),
              () => {
                setOpen(false);
              },
            );
          }}
        >
          {isBusy ? "One moment" : "Delete the verdict"}
        </button>
      </Dialog>
    </>
  );
}
