"use client";

import Link from "next/link";
import { useState } from "react";
import { cohortSizeMax } from "@/lib/domain/gate/cohort-change";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { isBlank } from "@/lib/domain/is-blank";
import { formatCount, formatCounted } from "@/lib/format/format";
import { cohortHref } from "@/lib/pages/cohorts/url";
import { readNumberDraft, requireNumberDraft } from "@/lib/pages/settings/number-draft";
import { buttonClasses } from "../ui/button-classes";
import { ChangeForm } from "../ui/form";
import { Dialog } from "../ui/dialog";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";
import { useMutation } from "../ui/use-mutation";

/** Makes a cohort of a list's cases. */
export type MakeCohort = (cohort: {
  name: string;
  search: string;
  sample: {
    by: "strata" | "risk";
    size: number;
    seed: number;
    crossing: number | null;
  } | null;
}) => Promise<MutationOutcome>;

type MakeCohortProps = {
  /** The list as an address has it, and how many cases it has. */
  search: string;
  total: number;
  onMake: MakeCohort;
};

/** A button that makes a cohort of the listed cases. */
export function MakeCohortButton(props: MakeCohortProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={`${buttonClasses.default} cursor-pointer disabled:cursor-default disabled:opacity-60`}
        disabled={props.total === 0}
        title="Freeze these cases to replay them before a release"
        onClick={() => {
          setOpen(true);
        }}
      >
        Make a cohort
      </button>
      <Dialog
        title="Make a cohort of these cases"
        description="A cohort keeps the cases as they are now, to replay them on each release; later data do not change it."
        isOpen={isOpen}
        onOpenChange={setOpen}
      >
        <MakeCohortForm {...props} />
      </Dialog>
    </>
  );
}

const ways = ["all", "strata", "risk"] as const;
type Way = (typeof ways)[number];

function MakeCohortForm({ search, total, onMake }: MakeCohortProps) {
  const [name, setName] = useState("");
  const [way, setWay] = useState<Way>(total > cohortSizeMax ? "strata" : "all");
  const [size, setSize] = useState("200");
  const [crossing, setCrossing] = useState("70");
  const [seed, setSeed] = useState("1");
  const { isBusy, outcome, problem, submit } = useMutation();
  if (outcome?.isDone === true) {
    return (
      <p role="status">
        The cohort is made.{" "}
        <Link className="text-link underline" href={cohortHref(name.trim())}>
          Open {name.trim()}
        </Link>
      </p>
    );
  }
  return (
    <ChangeForm
      label="Make the cohort"
      isBusy={isBusy}
      isReady={!isBlank(name)}
      problem={problem}
      onSubmit={() => {
        const sample =
          way === "all"
            ? null
            : {
                ...{ by: way, size: requireNumberDraft(size), seed: requireNumberDraft(seed) },
                crossing: isBlank(crossing) ? null : readNumberDraft(crossing),
              };
        submit(() => onMake({ name, search, sample }));
      }}
    >
      <TextField label="Name" hint="Such as golden-200." value={name} onChange={setName} />
      <SelectField
        label="Cases"
        hint="Cases without a customer's message on a known channel are left out: nobody could replay them."
        value={way}
        options={ways.map((each) => ({ value: each, label: wayWords(each, total) }))}
        onChange={setWay}
      />
      {way === "all" ? null : (
        <div className="flex flex-wrap gap-x-6 gap-y-3">
          <TextField
            label="Size"
            hint={`Up to ${formatCount(cohortSizeMax)}; the gate asks for 200.`}
            kind="number"
            unit="cases"
            value={size}
            onChange={setSize}
          />
          <TextField
            label="Over two channels or more"
            hint="As far as there are such cases; empty: as they come. The gate asks for 100 cases."
            kind="number"
            unit="%"
            value={crossing}
            onChange={setCrossing}
          />
          <TextField
            label="Seed"
            hint="The same seed draws the same cases of the same list."
            kind="number"
            value={seed}
            onChange={setSeed}
          />
        </div>
      )}
    </ChangeForm>
  );
}

function wayWords(way: Way, total: number): string {
  if (way === "all") return total === 1 ? "The one case" : `All ${formatCounted(total, "case")}`;
  return way === "strata" ? "A sample by intent, path and risk" : "A sample with more of high risk";
}
