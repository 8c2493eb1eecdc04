import Link from "next/link";
import type { ShiftEntry } from "@/lib/pages/live/live-model";
import { page } from "@/lib/pages/live/words/view";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";

type ShiftLogProps = {
  entries: readonly ShiftEntry[];
  /** Words where there is none. */
  empty: string;
};

/** What was done with cases in the last hours, for whoever takes over. */
export function ShiftLog({ entries, empty }: ShiftLogProps) {
  if (entries.length === 0)
    return <p className="rounded-card border border-border bg-panel px-4 py-3">{empty}</p>;
  return (
    <ol
      aria-label={page.log}
      className="divide-y divide-border rounded-card border border-border bg-panel"
    >
      {entries.map(({ key, atUs, who, words, caseId, href, note }) => (
        <li key={key} className="px-4 py-2">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="text-text-faint">
              <Instant atUs={atUs} style="weekdayTime" />
            </span>
            <span>
              <b className="font-semibold">{who}</b> {words}:
            </span>
            <Link
              className="inline-flex min-h-6 items-center font-mono text-secondary text-link hover:underline [overflow-wrap:anywhere]"
              href={href}
              prefetch={false}
            >
              <MaskedText text={caseId} />
            </Link>
          </p>
          {note === null ? null : (
            <p className="max-w-[80ch] text-text-muted">
              <MaskedText text={note} />
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
