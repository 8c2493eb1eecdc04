"use client";

import Link from "next/link";
import { use, type ReactNode } from "react";
import type { CaseNote } from "@/lib/domain/case/decision";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import type { CaseAround, DecisionView } from "@/lib/pages/case/case-around-model";
import type { DetachedLabel } from "@/lib/format/scores/label-view";
import { LabelLine } from "../label/label-line";
import { Labelling } from "../label/labelling";
import { Card } from "../ui/card";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";
import type { CaseActions } from "./case-actions";
import { useMutation } from "../ui/use-mutation";
import { ProblemNote } from "../ui/problem-note";
import { caseLog } from "@/lib/pages/case/words/changes";

type CaseLogProps = { caseId: string; around: CaseAround; actions: CaseActions };

/** Decisions, notes and detached labels in time order, each with an undo button. */
export function CaseLog({ caseId, around, actions }: CaseLogProps) {
  const { decisions, notes } = around;
  const detached = use(Labelling)?.labels.detached ?? [];
  if (decisions.length + notes.length + detached.length === 0) return null;
  const entries = [
    ...decisions.map((decision) => ({
      key: `decision ${String(decision.id)}`,
      atUs: decision.atUs,
      line: <DecisionEntry decision={decision} onRemove={actions.onDecisionRemove} />,
    })),
    ...notes.map((note) => ({
      key: `note ${String(note.id)}`,
      atUs: note.atUs,
      line: <NoteEntry note={note} caseId={caseId} onRemove={actions.onNoteRemove} />,
    })),
    ...detached.map((each) => ({
      key: `label ${String(each.label.id)}`,
      atUs: each.label.atUs,
      line: <LabelEntry detached={each} />,
    })),
  ].sort((a, b) => a.atUs - b.atUs);
  return (
    <Card title={caseLog.title} subtitle={caseLog.subtitle}>
      <ol className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {entries.map(({ key, line }) => (
          <li key={key}>{line}</li>
        ))}
      </ol>
    </Card>
  );
}

/** A label whose target no longer exists. */
function LabelEntry({ detached: { label, about, because } }: { detached: DetachedLabel }) {
  const labelling = use(Labelling);
  const onWithdraw = labelling?.canLabel === true ? labelling.onLabelWithdraw : null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
      <p className="[overflow-wrap:anywhere] first-letter:uppercase">{about}</p>
      <LabelLine label={label} onWithdraw={onWithdraw} />
      <p>
        <StatusBadge tone="none" label={because} variant="bare" />
      </p>
    </div>
  );
}

type DecisionEntryProps = {
  decision: DecisionView;
  onRemove: (id: number) => Promise<MutationOutcome>;
};

function DecisionEntry({ decision, onRemove }: DecisionEntryProps) {
  const { id, sentence, other, atUs, isDetached } = decision;
  return (
    <Entry
      atUs={atUs}
      label={caseLog.undo}
      name={caseLog.undoOf(sentence, other?.caseId ?? "")}
      onRemove={() => onRemove(id)}
    >
      <p className="[overflow-wrap:anywhere]">
        {sentence}{" "}
        {other === null ? (
          caseLog.noCase
        ) : (
          <Link className="font-mono text-link hover:underline" href={other.href} prefetch={false}>
            <MaskedText text={other.caseId} />
          </Link>
        )}
      </p>
      {isDetached ? (
        <p>
          <StatusBadge tone="none" label={caseLog.detached} variant="bare" />
        </p>
      ) : null}
    </Entry>
  );
}

type NoteEntryProps = {
  note: CaseNote;
  caseId: string;
  onRemove: (id: number) => Promise<MutationOutcome>;
};

function NoteEntry({ note, caseId, onRemove }: NoteEntryProps) {
  return (
    <Entry
      atUs={note.atUs}
      label={caseLog.remove}
      name={caseLog.removeNote}
      onRemove={() => onRemove(note.id)}
    >
      <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        <MaskedText text={note.text} />
      </p>
      {note.caseId === caseId ? null : (
        <p className="text-secondary text-text-faint">
          {caseLog.writtenOn} <code className="font-mono">{note.caseId}</code>
          {caseLog.mergedIntoThis}
        </p>
      )}
    </Entry>
  );
}

type EntryProps = {
  atUs: number;
  label: string;
  /** The button in full, for a screen reader. */
  name: string;
  onRemove: () => Promise<MutationOutcome>;
  children: ReactNode;
};

function Entry({ atUs, label, name, onRemove, children }: EntryProps) {
  const { isBusy, problem, submit } = useMutation();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
      <p className="flex items-center justify-between gap-2 text-secondary text-text-faint">
        <Instant atUs={atUs} style="minute" />
        <button
          type="button"
          className="min-h-6 cursor-pointer rounded-chip px-1 text-link hover:underline disabled:cursor-default disabled:text-text-faint max-roomy:min-h-8"
          aria-label={name}
          disabled={isBusy}
          onClick={() => {
            submit(onRemove);
          }}
        >
          {isBusy ? caseLog.busy : label}
        </button>
      </p>
      {children}
      <ProblemNote problem={problem} />
    </div>
  );
}
