import Link from "next/link";
import type { TabChoice } from "@/lib/format/tab-choice";

/** Links as tabs; the current one is highlighted. */
export function TabLinks({ label, choices }: { label: string; choices: readonly TabChoice[] }) {
  return (
    <nav
      aria-label={label}
      className="inline-flex max-w-full flex-wrap overflow-hidden rounded-control border border-border bg-panel text-secondary print:hidden"
    >
      {choices.map(({ words, href, isChosen }) => (
        <Link
          key={words}
          href={href}
          prefetch={false}
          scroll={false}
          aria-current={isChosen ? "true" : undefined}
          className={`inline-flex min-h-6 items-center px-2 whitespace-nowrap -outline-offset-2 max-roomy:min-h-8 ${isChosen ? "bg-selected font-semibold text-text" : "text-text-muted hover:bg-hover"}`}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
