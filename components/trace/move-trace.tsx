"use client";

import { useState } from "react";
import { formatCounted } from "@/lib/format/format";
import type { TracePageModel } from "@/lib/pages/trace/trace-page-model";
import { CaseIdField } from "../case/case-id-field";
import { ChangeForm } from "../ui/form";
import { useMutation } from "../ui/use-mutation";
import { buttonClasses } from "../ui/button-classes";
import { Dialog } from "../ui/dialog";
import type { TraceActions } from "./trace-actions";

type MoveTraceProps = {
  trace: Pick<TracePageModel, "traceId" | "caseIds" | "spanCount">;
  onMove: TraceActions["onMove"];
};

/** Assigns a trace to a case. */
export function MoveTrace({ trace, onMove }: MoveTraceProps) {
  const [isOpen, setOpen] = useState(false);
  const isUnassigned = trace.caseIds.length === 0;
  const label = isUnassigned ? "Assign to a case" : "Move to another case";
  return (
    <>
      <button
        type="button"
        className={`${isUnassigned ? buttonClasses.primary : buttonClasses.default} cursor-pointer`}
        onClick={() => {
          setOpen(true);
        }}
      >
        {label}
      </button>
      <Dialog
        title={label}
        description="Every span of the trace is read as that case’s. The case says so among its changes, and there you can take it back."
        isOpen={isOpen}
        onOpenChange={setOpen}
      >
        <MoveForm
          trace={trace}
          onMove={onMove}
          onDone={() => {
            setOpen(false);
          }}
        />
      </Dialog>
    </>
  );
}

type MoveFormProps = MoveTraceProps & { onDone: () => void };

function MoveForm({ trace: { traceId, spanCount }, onMove, onDone }: MoveFormProps) {
  const [toCaseId, setToCaseId] = useState("");
  const { isBusy, problem, submit } = useMutation();
  return (
    <ChangeForm
      label="Move"
      isBusy={isBusy}
      onSubmit={() => {
        submit(() => onMove({ traceId, toCaseId }), onDone);
      }}
    >
      <CaseIdField
        label="Id of the case"
        value={toCaseId}
        others={[]}
        problem={problem}
        onChange={setToCaseId}
      />
      <p className="text-secondary text-text-muted">
        What moves: <b>{formatCounted(spanCount, "span")}</b>.
      </p>
    </ChangeForm>
  );
}
