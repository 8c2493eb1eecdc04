"use client";

import type { ReactNode } from "react";
import { useSelection } from "./selection";

type ItemRowProps = {
  id: string;
  look: "contact" | "handoff" | "note";
  children: ReactNode;
};

const looks = {
  contact: "border-t border-border",
  handoff: "",
  note: "border-t border-border bg-sunken",
} as const;

/** A list row that shares its selection with its timeline symbol. */
export function ItemRow({ id, look, children }: ItemRowProps) {
  const { selected } = useSelection();
  const isSelected = selected?.id === id;
  return (
    <li
      id={`item-${id}`}
      className={`scroll-my-14 first:border-t-0 ${looks[look]} ${isSelected ? "bg-selected! shadow-[inset_2px_0_0_var(--link)]" : ""}`}
      aria-current={isSelected ? "true" : undefined}
    >
      {children}
    </li>
  );
}
