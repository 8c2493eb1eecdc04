import type { ReactNode } from "react";

type PhoneDetailsProps = {
  /** What opens it: "Filters", "All 22". */
  words: string;
  /** Whether the first six rows of a table stand open; else nothing does. */
  isRows?: boolean;
  children: ReactNode;
};

/** Folds on a phone what stands open where there is room, so that the first screens have the answer. */
export function PhoneDetails({ words, isRows = false, children }: PhoneDetailsProps) {
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

const folded = "min-w-0 max-roomy:hidden peer-open:max-roomy:block print:block";
const foldedRows =
  "min-w-0 max-roomy:[&_tbody_tr:nth-child(n+7)]:hidden peer-open:max-roomy:[&_tbody_tr:nth-child(n+7)]:grid";
