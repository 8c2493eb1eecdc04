"use client";

import { useState } from "react";
import { shortcutsCookie } from "@/lib/format/layout/shortcuts";

/** Turns the keyboard shortcuts off and on (WCAG 2.1.4). @param initiallyOff from the cookie */
export function ShortcutsSwitch({ initiallyOff }: { initiallyOff: boolean }) {
  const [isOff, setOff] = useState(initiallyOff);
  return (
    <label className="flex min-h-7 cursor-pointer items-center gap-2">
      <input
        type="checkbox"
        className="size-3.5 accent-action"
        checked={!isOff}
        onChange={(event) => {
          const isNowOff = !event.currentTarget.checked;
          document.cookie = shortcutsCookie(isNowOff);
          setOff(isNowOff);
        }}
      />
      Listen to keyboard shortcuts
    </label>
  );
}
