"use client";

import Link from "next/link";
import { useState } from "react";
import { sampleMax } from "@/lib/domain/quality/review-sample";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { sampleHref } from "@/lib/pages/disclosures/samples/url";
import { requireNumberDraft } from "@/lib/pages/settings/number-draft";
import { ChangeForm } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";
import { useMutation } from "@/components/ui/use-mutation";

/** Draws a sample. */
export type DrawAction = (draw: {
  search: string;
  random: number;
  risk: number;
  second: number;
}) => Promise<MutationOutcome>;

/** How many findings to draw of each part. @param props `search`: the filter as an address has it */
export function DrawForm({ search, onDraw }: { search: string; onDraw: DrawAction }) {
  const [random, setRandom] = useState("30");
  const [risk, setRisk] = useState("0");
  const [second, setSecond] = useState("0");
  const { isBusy, outcome, problem, submit } = useMutation();
  const drawn = outcome?.isDone === true ? outcome.id : null;
  return (
    <ChangeForm
      label="Draw"
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => {
        const counts = {
          random: requireNumberDraft(random),
          risk: requireNumberDraft(risk),
          second: requireNumberDraft(second),
        };
        submit(() => onDraw({ search, ...counts }));
      }}
    >
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <TextField
          label="At random"
          hint={`Up to ${String(sampleMax.random)}.`}
          kind="number"
          unit="findings"
          value={random}
          onChange={setRandom}
        />
        <TextField
          label="By risk"
          hint={`Not given first, then by severity, then in high-risk cases, then the latest. Up to ${String(sampleMax.risk)}.`}
          kind="number"
          unit="findings"
          value={risk}
          onChange={setRisk}
        />
        <TextField
          label="For a second review"
          hint="Somebody else decides on them without seeing the first decision; of each rule and what it found apart, at least one."
          kind="number"
          unit="% of them"
          value={second}
          onChange={setSecond}
        />
      </div>
      <p role="status">
        {drawn === null ? null : (
          <Link className="text-link underline" href={sampleHref(drawn)}>
            Open sample {drawn}
          </Link>
        )}
      </p>
    </ChangeForm>
  );
}
