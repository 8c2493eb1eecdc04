import type { ReactNode } from "react";

type PhoneDetailsProps = {
  /** What opens it: "Filters", "All 22". */
  words: string;
  /** How many rows its table has, of which the first six stand open; absent: it has no table, and nothing does. */
  rows?: number;
  children: ReactNode;
};

/** Folds on a phone what stands open where there is room, so that the first screens have the answer. */
export function PhoneDetails({ words, rows, children }: PhoneDetailsProps) {
  if (rows !== undefined && rows <= openRows) return children;
  const isRows = rows !== undefined;
  return (
    <div className="flex min-w-0 flex-col">
      <details
        className={`peer border-t border-border px-4 py-1 roomy:hidden print:hidden ${isRows ? "order-last" : ""}`}
      >
        <summary className="flex min-h-9 cursor-pointer items-center text-link">{words}</summary>
      </details>
      <div className={isRows ? foldedRows : folded}>{children}</div>
    </div>
  );
}

/** As in `foldedRows`. */
const openRows = 6;
const folded = "min-w-0 max-roomy:hidden peer-open:max-roomy:block print:block";
const foldedRows =
  "min-w-0 max-roomy:[&_tbody_tr:nth-child(n+7)]:hidden peer-open:max-roomy:[&_tbody_tr:nth-child(n+7)]:grid";
