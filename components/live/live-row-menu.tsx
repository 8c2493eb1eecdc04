"use client";

import { DropdownMenu } from "radix-ui";
import type { LiveRow } from "@/lib/pages/live/live-model";
import { actOn, menu, table } from "@/lib/pages/live/words/view";
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
    <Menu label={table.act} name={actOn(caseId)} align="end" onOpenChange={onOpenChange}>
      {item("assign", menu.assign)}
      {item("note", menu.note)}
      {off === null ? item("snooze", menu.snooze) : null}
      {off === null ? item("handle", menu.handle) : item("return", menu.return)}
    </Menu>
  );
}
