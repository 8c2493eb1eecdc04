"use client";

import { useState } from "react";
import { isBlank } from "@/lib/domain/is-blank";
import { savedViewNameMax } from "@/lib/domain/settings/saved-view";
import { ChangeForm } from "../ui/form";
import { CheckField } from "../ui/check-field";
import { Dialog } from "../ui/dialog";
import { useMutation } from "../ui/use-mutation";
import type { ViewActions } from "./view-actions";

type SaveViewFormProps = Pick<ViewActions, "save"> & {
  path: string;
  search: string;
  suggestedName: string;
  onClose: () => void;
};

/** Saves the page's query under a name, private or shared. */
export function SaveViewDialog({ isOpen, ...form }: SaveViewFormProps & { isOpen: boolean }) {
  return (
    <Dialog
      title="Save this view"
      description="What the page shows now: its filters and how it is laid out. A view of yours of the same name is replaced."
      isOpen={isOpen}
      onOpenChange={form.onClose}
    >
      <SaveViewForm {...form} />
    </Dialog>
  );
}

function SaveViewForm({ path, search, suggestedName, onClose, save }: SaveViewFormProps) {
  const [name, setName] = useState(suggestedName.slice(0, savedViewNameMax));
  const [isShared, setShared] = useState(false);
  const { isBusy, problem, submit } = useMutation();
  return (
    <ChangeForm
      label="Save"
      isBusy={isBusy}
      isReady={!isBlank(name)}
      problem={problem}
      onSubmit={() => {
        submit(() => save({ path, name, search, isShared }), onClose);
      }}
    >
      <label className="grid gap-1">
        Name
        <input
          className="min-h-8 rounded-control border border-border-strong bg-panel px-2 text-text"
          value={name}
          maxLength={savedViewNameMax}
          required
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
      </label>
      <CheckField
        label="Share it with everybody who uses this workspace"
        isChecked={isShared}
        onChange={setShared}
      />
    </ChangeForm>
  );
}
