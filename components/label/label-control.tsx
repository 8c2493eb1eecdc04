"use client";

import { use, useState } from "react";
import type { LabelAnswer } from "@/lib/domain/quality/label";
import type { LabelTarget } from "@/lib/format/scores/label-view";
import { labelsAt } from "@/lib/format/scores/labels-at";
import { useMutation } from "../ui/use-mutation";
import { Icon } from "../ui/icon";
import type { IconName } from "../ui/icon-sprite";
import { LabelDialog } from "./label-dialog";
import { LabelLine } from "./label-line";
import { Labelling } from "./labelling";
import { ProblemNote } from "../ui/problem-note";

type LabelControlProps = {
  target: LabelTarget;
  /** The labelled score: "Contact resolved, contact 2: 0.83 likely resolved". */
  name: string;
};

/** The labels of a score, with buttons for viewers who may label. */
export function LabelControl({ target, name }: LabelControlProps) {
  const labelling = use(Labelling);
  const [isOpen, setIsOpen] = useState(false);
  const { isBusy, problem, submit } = useMutation();
  if (labelling === null) return null;
  const { caseId, labels, canLabel, onLabelGive, onLabelWithdraw } = labelling;
  const given = labelsAt(labels.attached, target);
  if (given.length === 0 && !canLabel) return null;
  const own = given.find(({ isOwn }) => isOwn) ?? null;
  const give = (answer: LabelAnswer, reason: string) =>
    onLabelGive({ ...target, caseId, mark: labels.mark, answer, reason });
  const onRight = () => {
    submit(() => (own?.isRight ? onLabelWithdraw(own.id) : give({ kind: "right" }, "")));
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-0.5 text-secondary">
      {given.map((label) => (
        <LabelLine key={label.id} label={label} onWithdraw={canLabel ? onLabelWithdraw : null} />
      ))}
      {canLabel ? (
        <div className="flex gap-1" role="group" aria-label={`Label: ${name}`}>
          <Choice
            name="right"
            icon="pass"
            word="Right"
            isChosen={own?.isRight === true}
            isBusy={isBusy}
            onChoose={onRight}
          />
          <Choice
            name="wrong"
            icon="fail"
            word="Wrong…"
            isChosen={own !== null && !own.isRight}
            isBusy={isBusy}
            onChoose={() => {
              setIsOpen(true);
            }}
          />
        </div>
      ) : null}
      <ProblemNote problem={problem} />
      <LabelDialog
        target={target}
        name={name}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        onGive={give}
      />
    </div>
  );
}

type ChoiceProps = {
  /** Found by `LabelKeys`. */
  name: "right" | "wrong";
  icon: IconName;
  word: string;
  isChosen: boolean;
  isBusy: boolean;
  onChoose: () => void;
};

function Choice({ name, icon, word, isChosen, isBusy, onChoose }: ChoiceProps) {
  return (
    <button
      type="button"
      className={`inline-flex min-h-6 cursor-pointer items-center gap-1 rounded-chip border px-1.5 hover:bg-hover disabled:cursor-default disabled:opacity-60 max-roomy:min-h-8 ${isChosen ? "border-border-strong bg-selected font-semibold text-text" : "border-border text-text-muted"}`}
      data-choice={name}
      aria-pressed={isChosen}
      disabled={isBusy}
      onClick={onChoose}
    >
      <Icon name={icon} isBold={isChosen} />
      {word}
    </button>
  );
}
