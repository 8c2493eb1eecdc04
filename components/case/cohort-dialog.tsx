"use client";

import Link from "next/link";
import { useState } from "react";
import { expectedMax } from "@/lib/domain/gate/cohort-change";
import { isBlank } from "@/lib/domain/is-blank";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { cohortHref } from "@/lib/pages/cohorts/url";
import { ChangeForm } from "../ui/form";
import { Dialog } from "../ui/dialog";
import { SelectField } from "../ui/select-field";
import { TextArea } from "../ui/text-field";
import { useMutation } from "../ui/use-mutation";
import { cohortDialog } from "@/lib/pages/case/words/changes";

/** What adding a case to a cohort needs. */
export type CohortAdding = {
  /** Names, the latest first. */
  readonly cohorts: readonly string[];
  readonly onAdd: (added: {
    name: string;
    caseId: string;
    expected: string;
  }) => Promise<MutationOutcome>;
};

type CohortDialogProps = CohortAdding & {
  caseId: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** Adds a case to a cohort, with what was expected of it. */
export function CohortDialog({ isOpen, onOpenChange, ...props }: CohortDialogProps) {
  return (
    <Dialog
      title={cohortDialog.title}
      description={cohortDialog.description}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      {props.cohorts.length === 0 ? (
        <p>
          {cohortDialog.noCohort}{" "}
          <Link className="text-link underline" href="/cases">
            {cohortDialog.listOfCases}
          </Link>
          .
        </p>
      ) : (
        <CohortForm {...props} />
      )}
    </Dialog>
  );
}

function CohortForm({
  caseId,
  cohorts,
  onAdd,
}: Omit<CohortDialogProps, "isOpen" | "onOpenChange">) {
  const [name, setName] = useState(cohorts[0] ?? "");
  const [expected, setExpected] = useState("");
  const { isBusy, outcome, problem, submit } = useMutation();
  if (outcome?.isDone === true) {
    return (
      <p role="status">
        {cohortDialog.added}{" "}
        <Link className="text-link underline" href={cohortHref(name)}>
          {cohortDialog.open(name)}
        </Link>
      </p>
    );
  }
  return (
    <ChangeForm
      label={cohortDialog.submit}
      isBusy={isBusy}
      isReady={!isBlank(expected)}
      problem={problem}
      onSubmit={() => {
        submit(() => onAdd({ name, caseId, expected }));
      }}
    >
      <SelectField
        label={cohortDialog.cohort}
        value={name}
        options={cohorts.map((each) => ({ value: each, label: each }))}
        onChange={setName}
      />
      <TextArea
        label={cohortDialog.expected}
        value={expected}
        maxLength={expectedMax}
        placeholder={cohortDialog.expectedExample}
        isRequired
        onChange={(text) => {
          setExpected(text.replaceAll(/\s*\n\s*/g, " "));
        }}
      />
    </ChangeForm>
  );
}
