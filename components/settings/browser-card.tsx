"use client";

import type { Theme } from "@/lib/format/layout/theme";
import { ShortcutsSwitch } from "../layout/shortcuts-switch";
import { ThemeToggle } from "../layout/theme-toggle";
import { Card } from "../ui/card";

type BrowserCardProps = { theme: Theme; areShortcutsOff: boolean };

/** Preferences stored in this browser's cookies. */
export function BrowserCard({ theme, areShortcutsOff }: BrowserCardProps) {
  return (
    <Card title="This browser" subtitle="Kept in cookies here, for nobody else; it holds at once.">
      <div className="flex flex-wrap items-center gap-3">
        <span className="text-secondary font-semibold text-text-muted">Theme</span>
        <div className="w-56">
          <ThemeToggle initial={theme} />
        </div>
      </div>
      <ShortcutsSwitch initiallyOff={areShortcutsOff} />
    </Card>
  );
}
