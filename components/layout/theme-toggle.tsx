"use client";

import { useState } from "react";
import { themes, type Theme } from "@/lib/format/layout/theme";
import { SegmentedChoice } from "../ui/segmented-choice";
import { applyTheme } from "./apply-theme";

const labels: Readonly<Record<Theme, string>> = { system: "System", light: "Light", dark: "Dark" };
const options = themes.map((value) => ({ value, label: labels[value] }));

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
