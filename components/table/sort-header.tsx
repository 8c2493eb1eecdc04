import Link from "next/link";
import { Icon } from "../ui/icon";

type SortHeaderProps = {
  label: string;
  /** The direction in which the table is sorted by this column, or null. */
  direction: "asc" | "desc" | null;
  /** Where a click leads: this column first, or the other way round. */
  href: string;
  isNumber?: boolean;
};

/** A column's heading that sorts by it. */
export function SortHeader({ label, direction, href, isNumber = false }: SortHeaderProps) {
  return (
    <th
      scope="col"
      data-number={isNumber ? "" : undefined}
      aria-sort={direction === null ? undefined : `${direction}ending`}
    >
      <Link
        className={`inline-flex items-center gap-0.5 rounded-chip hover:text-text hover:underline ${direction === null ? "" : "font-semibold text-text"}`}
        href={href}
        prefetch={false}
        scroll={false}
      >
        {label}
        {direction === null ? null : <Icon name={direction === "asc" ? "up" : "down"} isBold />}
      </Link>
    </th>
  );
}
