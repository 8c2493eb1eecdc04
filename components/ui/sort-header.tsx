"use client";

import Link from "next/link";
import { Icon } from "./icon";

type SortHeaderProps = {
  label: string;
  /** The direction in which the table is sorted by this column, or null. */
  direction: "asc" | "desc" | null;
  /** The address sorted by this column, or in the other direction. */
  href: string;
  isNumber?: boolean;
  /** How early the column is hidden on narrow screens; absent: never. */
  columnHidePriority?: "first" | "last" | undefined;
  /** Called instead of following the link. */
  onSort?: () => void;
};

/** A sortable column heading. */
export function SortHeader(props: SortHeaderProps) {
  const { label, direction, href, isNumber = false, columnHidePriority, onSort } = props;
  return (
    <th
      scope="col"
      data-number={isNumber ? "" : undefined}
      data-spare={columnHidePriority}
      aria-sort={direction === null ? undefined : `${direction}ending`}
    >
      <Link
        className={`inline-flex items-center gap-0.5 rounded-chip hover:text-text hover:underline ${direction === null ? "" : "font-semibold text-text"}`}
        href={href}
        prefetch={false}
        scroll={false}
        onNavigate={(event) => {
          if (onSort === undefined) return;
          event.preventDefault();
          onSort();
        }}
      >
        {label}
        {direction === null ? null : <Icon name={direction === "asc" ? "up" : "down"} isBold />}
      </Link>
    </th>
  );
}
