"use client";

import { useEffect, useEffectEvent } from "react";
import {
  areShortcutsOff,
  findShortcut,
  shortcutNames,
  type ShortcutHandlers,
} from "@/lib/format/layout/shortcuts";

/** Elements that handle keys themselves (checkboxes and radios do not). */
const ownKeys =
  "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]";
/** Elements that handle Enter themselves. */
const pressable = "a[href], button, summary, input";

/** Handles keyboard shortcuts while mounted; see `lib/format/layout/shortcuts.ts`. */
export function useShortcuts(handlers: ShortcutHandlers): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || areShortcutsOff(document.cookie)) return;
    if (isTaken(event)) return;
    const name = findShortcut(
      event,
      shortcutNames.filter((each) => handlers[each] !== undefined),
    );
    if (name === null) return;
    event.preventDefault();
    handlers[name]?.();
  });
  useEffect(() => {
    window.addEventListener("keydown", onKeyDown);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}

function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest(ownKeys) !== null || (key === "Enter" && target.closest(pressable) !== null)
  );
}
