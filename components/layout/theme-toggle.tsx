"use client";

import { useState } from "react";
import { themes, type Theme } from "@/lib/view/theme";
import { applyTheme } from "./apply-theme";

const labels: Readonly<Record<Theme, string>> = { system: "System", light: "Light", dark: "Dark" };

/** Chooses the theme at once and keeps it in a cookie, from which the server draws the next page. */
export function ThemeToggle({ initial }: { initial: Theme }) {
  const [chosen, setChosen] = useState(initial);
  return (
    <div
      role="group"
      aria-label="Theme"
      className="flex overflow-hidden rounded-control border border-border bg-panel text-secondary"
    >
      {themes.map((theme) => (
        <button
          key={theme}
          type="button"
          className={`min-h-6 flex-1 cursor-pointer px-1.5 -outline-offset-2 max-roomy:min-h-8 ${theme === chosen ? "bg-selected font-semibold text-text" : "text-text-muted hover:bg-hover"}`}
          aria-pressed={theme === chosen}
          onClick={() => {
            setChosen(theme);
            applyTheme(theme);
          }}
        >
          {labels[theme]}
        </button>
      ))}
    </div>
  );
}
