"use client";

import { useState } from "react";
import {
  areShortcutsOff,
  shortcutGroups,
  shortcutKeys,
  type ShortcutGroup,
} from "@/lib/format/layout/shortcuts";
import { Dialog } from "../ui/dialog";
import { Kbd } from "../ui/kbd";
import { useShortcuts } from "../ui/use-shortcuts";
import { ShortcutsSwitch } from "./shortcuts-switch";

/** The list of all keys, by a button and by `?`, and the switch that turns them off. */
export function ShortcutHelp() {
  const [isOpen, setOpen] = useState(false);
  const open = () => {
    setOpen(true);
  };
  useShortcuts({ help: open });
  return (
    <>
      <button
        type="button"
        className="flex min-h-7 cursor-pointer items-center justify-between gap-2 rounded-control px-2 text-secondary text-text-muted hover:bg-hover hover:text-text max-roomy:hidden"
        onClick={open}
      >
        Keyboard shortcuts <Kbd label="?" />
      </button>
      <Dialog
        title="Keyboard shortcuts"
        description="They rest while you type, and in menus and dialogs."
        isOpen={isOpen}
        onOpenChange={setOpen}
      >
        {shortcutGroups().map((group) => (
          <Group key={group.title} group={group} />
        ))}
        <div className="border-t border-border pt-3">
          <ShortcutsSwitch initiallyOff={isOpen && areShortcutsOff(document.cookie)} />
        </div>
      </Dialog>
    </>
  );
}

function Group({ group }: { group: ShortcutGroup }) {
  return (
    <section className="grid gap-1">
      <h3 className="text-secondary font-semibold text-text-muted">{group.title}</h3>
      <dl className="grid gap-px">
        {group.shortcuts.map((shortcut) => (
          <div
            key={shortcut.name}
            className="flex min-h-7 items-center justify-between gap-4 border-b border-border last:border-0"
          >
            <dt>{shortcut.words}</dt>
            <dd className="flex gap-1">
              {shortcutKeys(shortcut).map((key) => (
                <Kbd key={key} label={key} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
