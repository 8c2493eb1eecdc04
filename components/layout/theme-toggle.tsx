"use client";

import { useState } from "react";
import type { Theme } from "@/lib/format/layout/theme";
import { SegmentedChoice } from "../ui/segmented-choice";
import { applyTheme } from "./apply-theme";

const options = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

/** Chooses the theme and stores it in a cookie, which the server reads. */
export function ThemeToggle({ initial }: { initial: Theme }) {
  const [chosen, setChosen] = useState(initial);
  return (
    <SegmentedChoice
      label="Theme"
      options={options}
      chosen={chosen}
      onChoose={(theme) => {
        setChosen(theme);
        applyTheme(theme);
      }}
    />
  );
}
