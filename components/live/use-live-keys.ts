import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { LiveRow } from "@/lib/pages/live/live-model";
import type { LiveList } from "@/lib/pages/live/url";
import { selectedRow } from "@/lib/pages/live/words/view";
import { caseRowId } from "../cases/case-row-id";
import { useMutation } from "../ui/use-mutation";
import { useShortcuts } from "../ui/use-shortcuts";
import type { LiveActions } from "./live-actions";
import type { OpenedDialog } from "./live-dialog";
import type { LiveStep } from "./live-row-menu";
import type { DrawnRows } from "./use-drawn-rows";

type LiveKeysOptions = {
  /** The rows on screen. */
  readonly rows: readonly LiveRow[];
  readonly list: LiveList;
  /** Null: the viewer may not act. */
  readonly actions: LiveActions | null;
  readonly drawn: Pick<DrawnRows, "release" | "noteActed">;
};

/** The selected row of the Live page, and what one does with it by keys and by its menu. */
export function useLiveKeys({ rows, list, actions, drawn }: LiveKeysOptions) {
  const router = useRouter();
  const [selected, setSelected] = useState<string | null>(null);
  const [opened, setOpened] = useState<OpenedDialog | null>(null);
  const [announcement, say] = useState("");
  const { problem, submit } = useMutation();
  const at = rows.findIndex(({ caseId }) => caseId === selected);
  const row = rows[at];
  const move = (by: 1 | -1) => () => {
    const target = at === -1 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1);
    const next = rows[target];
    if (next === undefined) return;
    setSelected(next.caseId);
    say(selectedRow(next, target + 1, rows.length));
    document.getElementById(caseRowId(next.caseId))?.scrollIntoView({ block: "nearest" });
  };
  const act = (step: LiveStep, caseId: string) => {
    if (actions === null) return;
    setSelected(caseId);
    const { onHandle, onSnooze } = actions;
    if (step === "assign" || step === "note") {
      setOpened({ step, caseId });
      return;
    }
    // These take the row off the list.
    drawn.noteActed(caseId);
    if (step === "snooze") setOpened({ step, caseId });
    else if (step === "handle") submit(() => onHandle({ caseId, isHandled: true }));
    else if (list === "handled") submit(() => onHandle({ caseId, isHandled: false }));
    else submit(() => onSnooze({ caseId, hours: null }));
  };
  const onKey = (step: LiveStep) => () => {
    if (row === undefined) return;
    const isOff = row.off !== null && (step === "snooze" || step === "handle");
    act(isOff ? "return" : step, row.caseId);
  };
  useShortcuts({
    nextRow: move(1),
    previousRow: move(-1),
    openRow: () => {
      if (row !== undefined) router.push(row.href);
    },
    focusFilter: () => {
      document.getElementById("filter-words")?.focus();
    },
    showArrived: drawn.release,
    ...(actions === null
      ? {}
      : {
          assignCase: onKey("assign"),
          snoozeCase: onKey("snooze"),
          noteCase: onKey("note"),
          handleCase: onKey("handle"),
        }),
  });
  return {
    ...{ selected, opened, announcement, problem },
    /** The same function on each rendering, so that rows are not drawn again. */
    onStep: useSameFunction(act),
    onSelect: setSelected,
    close: () => {
      setOpened(null);
    },
  };
}

/** A function that stays the same and calls the latest one. */
function useSameFunction(
  latest: (step: LiveStep, caseId: string) => void,
): (step: LiveStep, caseId: string) => void {
  const kept = useRef(latest);
  useEffect(() => {
    kept.current = latest;
  });
  return useCallback((step, caseId) => {
    kept.current(step, caseId);
  }, []);
}
