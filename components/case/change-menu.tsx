"use client";

import { DropdownMenu } from "radix-ui";
import { useState } from "react";
import type { ChangedCase } from "@/lib/pages/case/case-page-model";
import { Menu } from "../ui/menu";
import { menuItemClasses } from "../ui/menu-item-classes";
import type { CaseActions } from "./case-actions";
import { CohortDialog, type CohortAdding } from "./cohort-dialog";
import { MergeDialog } from "./merge-dialog";
import { MoveDialog } from "./move-dialog";
import { NoteDialog } from "./note-dialog";
import { changeMenu } from "@/lib/pages/case/words/changes";

type Opened = "merge" | "split" | "reassign" | "note" | "cohort";
type ChangeMenuProps = {
  model: ChangedCase;
  actions: CaseActions;
  /** Null: the viewer may not make cohorts. */
  cohortAdding: CohortAdding | null;
};

/** Corrects a case that was put together wrongly (merge, split, move), adds a note, or adds it to a cohort. */
export function ChangeMenu({ model, actions, cohortAdding }: ChangeMenuProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const { movable } = model.around;
  const isOnly = movable.length === 0;
  const dialog = (name: Opened) => ({
    model,
    isOpen: opened === name,
    onOpenChange: (isOpen: boolean) => {
      setOpened(isOpen ? name : null);
    },
  });
  const item = (name: Opened, label: string, isOff = false) => (
    <DropdownMenu.Item
      className={menuItemClasses}
      disabled={isOff}
      onSelect={() => {
        setOpened(name);
      }}
    >
      {label}
    </DropdownMenu.Item>
  );
  return (
    <>
      <Menu label={changeMenu.label} name={changeMenu.name} align="end">
        {item("note", changeMenu.note)}
        {item("merge", changeMenu.merge, model.mergedInto !== null)}
        {item("split", changeMenu.split, isOnly)}
        {item("reassign", changeMenu.move, isOnly)}
        {cohortAdding === null ? null : item("cohort", changeMenu.cohort)}
      </Menu>
      {cohortAdding === null ? null : (
        <CohortDialog {...dialog("cohort")} {...cohortAdding} caseId={model.caseId} />
      )}
      <NoteDialog {...dialog("note")} onNoteAdd={actions.onNoteAdd} />
      <MergeDialog {...dialog("merge")} onMerge={actions.onMerge} />
      <MoveDialog {...dialog("split")} isNewCase actions={actions} />
      <MoveDialog {...dialog("reassign")} isNewCase={false} actions={actions} />
    </>
  );
}
