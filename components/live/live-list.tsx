"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { LiveModel } from "@/lib/pages/live/live-model";
import { caseRowId } from "../cases/case-row-id";
import { NoteDialog } from "../case/note-dialog";
import { Pager } from "../ui/pager";
import { ProblemNote } from "../ui/problem-note";
import { useMutation } from "../ui/use-mutation";
import { useShortcuts } from "../ui/use-shortcuts";
import { AssignDialog } from "./assign-dialog";
import type { LiveActions } from "./live-actions";
import type { LiveStep } from "./live-row-menu";
import { LiveRowView } from "./live-row-view";
import { SnoozeDialog } from "./snooze-dialog";

const headings = ["Case and reason", "Time", "Owner", "Agent", "Channel", "Last words"];

type LiveListProps = {
  model: Pick<LiveModel, "rows" | "pagination" | "empty" | "query">;
  /** Null: the viewer may not act. */
  actions: LiveActions | null;
};

type Opened = { readonly step: "assign" | "snooze" | "note"; readonly caseId: string };

/** The cases of one list, with keys to go through them and to act. */
export function LiveList({ model, actions }: LiveListProps) {
  const { rows, pagination, empty, query } = model;
  const router = useRouter();
  const [selected, setSelected] = useState<string | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [announcement, say] = useState("");
  const { problem, submit } = useMutation();
  const at = rows.findIndex(({ caseId }) => caseId === selected);
  const row = rows[at];
  const move = (by: 1 | -1) => {
    const target = at === -1 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1);
    const next = rows[target];
    if (next === undefined) return;
    setSelected(next.caseId);
    say(`${next.caseId}, ${next.sentence}, ${String(target + 1)} of ${String(rows.length)}`);
    document.getElementById(caseRowId(next.caseId))?.scrollIntoView({ block: "nearest" });
  };
  const act = (step: LiveStep, caseId: string) => {
    if (actions === null) return;
    setSelected(caseId);
    if (step === "handle") {
      submit(() => actions.onHandle({ caseId, isHandled: true }));
    } else if (step === "return") {
      const isHandled = query.list === "handled";
      submit(() =>
        isHandled
          ? actions.onHandle({ caseId, isHandled: false })
          : actions.onSnooze({ caseId, hours: null }),
      );
    } else setOpened({ step, caseId });
  };
  const onKey = (step: LiveStep) => () => {
    if (row === undefined) return;
    const isOff = row.off !== null && (step === "snooze" || step === "handle");
    act(isOff ? "return" : step, row.caseId);
  };
  useShortcuts({
    nextRow: () => {
      move(1);
    },
    previousRow: () => {
      move(-1);
    },
    openRow: () => {
      if (row !== undefined) router.push(row.href);
    },
    ...(actions === null
      ? {}
      : {
          assignCase: onKey("assign"),
          snoozeCase: onKey("snooze"),
          noteCase: onKey("note"),
          handleCase: onKey("handle"),
        }),
  });
  const close = () => {
    setOpened(null);
  };
  return (
    <>
      <span className="sr-only" aria-live="polite">
        {announcement}
      </span>
      <ProblemNote problem={problem} />
      {rows.length === 0 ? (
        <p className="rounded-card border border-border bg-panel px-4 py-3">{empty}</p>
      ) : (
        <div className="records rounded-card border border-border bg-panel">
          <table>
            <caption className="sr-only">Cases that need a person, one row each</caption>
            <thead>
              <tr>
                {headings.map((words) => (
                  <th key={words} scope="col">
                    {words}
                  </th>
                ))}
                {actions === null ? null : (
                  <th scope="col" data-actions="">
                    <span className="sr-only">Act</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((each) => (
                <LiveRowView
                  key={each.caseId}
                  row={each}
                  isSelected={each.caseId === selected}
                  hasPromises={query.list === "promises"}
                  onStep={
                    actions === null
                      ? null
                      : (step) => {
                          act(step, each.caseId);
                        }
                  }
                  onSelect={() => {
                    setSelected(each.caseId);
                  }}
                />
              ))}
            </tbody>
          </table>
          <Pager label="Pages" pagination={pagination} />
        </div>
      )}
      {actions === null || opened === null ? null : (
        <OpenedDialog opened={opened} actions={actions} onClose={close} />
      )}
    </>
  );
}

type OpenedDialogProps = { opened: Opened; actions: LiveActions; onClose: () => void };

function OpenedDialog({ opened: { step, caseId }, actions, onClose }: OpenedDialogProps) {
  switch (step) {
    case "assign":
      return <AssignDialog {...actions} caseId={caseId} onClose={onClose} />;
    case "snooze":
      return <SnoozeDialog {...actions} caseId={caseId} onClose={onClose} />;
    case "note":
      return (
        <NoteDialog
          model={{ caseId }}
          isOpen
          onOpenChange={onClose}
          onNoteAdd={actions.onNoteAdd}
        />
      );
  }
}
