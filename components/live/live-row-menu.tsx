"use client";

import { DropdownMenu } from "radix-ui";
import type { LiveRow } from "@/lib/pages/live/live-model";
import { Menu } from "../ui/menu";
import { menuItemClasses } from "../ui/menu-item-classes";

/** What one does with a case of the Live page. */
export type LiveStep = "assign" | "snooze" | "note" | "handle" | "return";

type LiveRowMenuProps = {
  row: LiveRow;
  onStep: (step: LiveStep, caseId: string) => void;
  onOpenChange: (isOpen: boolean) => void;
};

/** The same as the keys do, for a pointer or a finger. */
export function LiveRowMenu({ row: { caseId, off }, onStep, onOpenChange }: LiveRowMenuProps) {
  const item = (step: LiveStep, label: string) => (
    <DropdownMenu.Item
      className={menuItemClasses}
      onSelect={() => {
        onStep(step, caseId);
      }}
    >
      {label}
    </DropdownMenu.Item>
  );
  return (
    <Menu label="Act" name={`Act on ${caseId}`} align="end" onOpenChange={onOpenChange}>
      {item("assign", "Assign…")}
      {item("note", "Write a note…")}
      {off === null ? item("snooze", "Snooze…") : null}
      {off === null ? item("handle", "Mark as handled") : item("return", "Put it back on the list")}
    </Menu>
  );
}
