"use client";

import { useState } from "react";
import { isBlank } from "@/lib/domain/is-blank";
import { reasonLengthMax, type LabelAnswer } from "@/lib/domain/quality/label";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { labelChoices } from "@/lib/format/scores/label-choices";
import type { LabelTarget } from "@/lib/format/scores/label-view";
import { ChangeForm } from "../ui/form";
import { useMutation } from "../ui/use-mutation";
import { Dialog } from "../ui/dialog";
import { SelectField } from "../ui/select-field";
import { TextArea } from "../ui/text-field";

type LabelDialogProps = {
  target: LabelTarget;
  name: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onGive: (answer: LabelAnswer, reason: string) => Promise<MutationOutcome>;
};

/** The dialog for a correction: the right value and a reason. */
export function LabelDialog({ isOpen, onOpenChange, name, ...form }: LabelDialogProps) {
  return (
    <Dialog
      title="What should it be?"
      description={name}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <LabelForm
        {...form}
        onDone={() => {
          onOpenChange(false);
        }}
      />
    </Dialog>
  );
}

type LabelFormProps = Pick<LabelDialogProps, "target" | "onGive"> & { onDone: () => void };

function LabelForm({ target, onGive, onDone }: LabelFormProps) {
  const choices = labelChoices(target);
  const [chosen, setChosen] = useState("0");
  const [reason, setReason] = useState("");
  const { isBusy, problem, submit } = useMutation();
  const answer = choices[Number(chosen)]?.answer ?? { kind: "wrong" };
  return (
    <ChangeForm
      label="Keep label"
      isBusy={isBusy}
      isReady={answer.kind === "right" || !isBlank(reason)}
      problem={problem}
      onSubmit={() => {
        submit(() => onGive(answer, reason), onDone);
      }}
    >
      <SelectField
        label="It is or should be"
        value={chosen}
        options={choices.map(({ words }, index) => ({ value: String(index), label: words }))}
        onChange={setChosen}
      />
      <TextArea
        label="Why"
        hint="Everybody who opens this case reads it. Personal data in it is masked before it is kept."
        value={reason}
        maxLength={reasonLengthMax}
        onChange={setReason}
      />
    </ChangeForm>
  );
}
