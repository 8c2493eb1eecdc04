"use client";

import { useState, useTransition } from "react";
import type { MovableContact } from "@/lib/pages/case/case-around-model";
import type { ChangedCase } from "@/lib/pages/case/case-page-model";
import { formatCounted } from "@/lib/format/format";
import { Dialog } from "../ui/dialog";
import { Instant } from "../ui/instant";
import type { CaseActions, MovePreview } from "./case-actions";
import { CaseIdField } from "./case-id-field";
import { ChangeForm } from "../ui/form";
import { ChannelLabel } from "./channel-label";
import { unansweredWords, useMutation } from "../ui/use-mutation";
import { contactChoice, movedCases, moveDialog, splitDialog } from "@/lib/pages/case/words/changes";

type MoveDialogProps = {
  model: ChangedCase;
  /** True for a split: the target case does not exist yet. */
  isNewCase: boolean;
  actions: Pick<CaseActions, "onMove" | "onMovePreview">;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** Asks which contact goes to which case, and says what will move. */
export function MoveDialog({ isOpen, onOpenChange, ...form }: MoveDialogProps) {
  const words = form.isNewCase ? splitDialog : moveDialog;
  return (
    <Dialog
      title={words.title}
      description={words.description}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <MoveForm
        {...form}
        onDone={() => {
          onOpenChange(false);
        }}
      />
    </Dialog>
  );
}

type MoveFormProps = Omit<MoveDialogProps, "isOpen" | "onOpenChange"> & { onDone: () => void };

function MoveForm({ model, isNewCase, actions, onDone }: MoveFormProps) {
  const { caseId, around } = model;
  const words = isNewCase ? splitDialog : moveDialog;
  const [toCaseId, setToCaseId] = useState(isNewCase ? around.proposedId : "");
  const [chosen, setChosen] = useState<MovableContact | null>(null);
  const [preview, setPreview] = useState<MovePreview | null>(null);
  const [isPreviewing, startPreview] = useTransition();
  const { isBusy, problem, submit } = useMutation();
  const onChoose = (contact: MovableContact) => {
    setChosen(contact);
    setPreview(null);
    startPreview(async () => {
      const previewed = actions.onMovePreview({ caseId, ...contactPlace(contact) });
      setPreview(await previewed.catch(cannotTell));
    });
  };
  const onSubmit = () => {
    if (chosen === null) return;
    const contact = { caseId, ...contactPlace(chosen) };
    submit(() => actions.onMove({ contact, toCaseId, isNewCase }), onDone);
  };
  return (
    <ChangeForm
      label={words.submit}
      isBusy={isBusy}
      isReady={preview?.canMove === true && !isPreviewing}
      onSubmit={onSubmit}
    >
      <ContactChoice contacts={around.movable} chosen={chosen} onChoose={onChoose} />
      <CaseIdField
        label={words.id}
        value={toCaseId}
        others={isNewCase ? [] : around.others}
        problem={problem}
        onChange={setToCaseId}
      />
      <p className="min-h-4.5 text-secondary text-text-muted" role="status">
        <Preview preview={preview} isPreviewing={isPreviewing} />
      </p>
    </ChangeForm>
  );
}

function cannotTell(error: unknown): MovePreview {
  return { canMove: false, sentence: unansweredWords(error) };
}

function contactPlace({ ordinal, startUs }: MovableContact) {
  return { ordinal, startUs };
}

function Preview({
  preview,
  isPreviewing: isPreviewing,
}: {
  preview: MovePreview | null;
  isPreviewing: boolean;
}) {
  if (isPreviewing) return contactChoice.looking;
  if (preview === null) return contactChoice.none;
  if (!preview.canMove) return <span className="text-fail">{preview.sentence}</span>;
  return (
    <>
      {movedCases.moves} <b>{preview.holds}</b>.
    </>
  );
}

type ContactChoiceProps = {
  contacts: readonly MovableContact[];
  chosen: MovableContact | null;
  onChoose: (contact: MovableContact) => void;
};

function ContactChoice({ contacts, chosen, onChoose }: ContactChoiceProps) {
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)]">
      <legend className="pb-1">{contactChoice.contact}</legend>
      <div className="grid max-h-60 overflow-y-auto rounded-control border border-border">
        {contacts.map((contact) => (
          <label
            key={contact.ordinal}
            className="flex min-h-8 cursor-pointer flex-wrap items-center gap-x-2 border-b border-border px-2 last:border-0 hover:bg-hover has-checked:bg-selected"
          >
            <input
              type="radio"
              name="contact"
              checked={chosen?.ordinal === contact.ordinal}
              onChange={() => {
                onChoose(contact);
              }}
            />
            <ChannelLabel channel={contact.channel} />
            <span className="text-secondary text-text-muted">
              <Instant atUs={contact.startUs} style="minute" />,{" "}
              {formatCounted(contact.messages, "message")}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
