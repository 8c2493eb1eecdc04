import Link from "next/link";
import type { ReactNode } from "react";
import type { ChartFrameModel } from "@/lib/analytics/charts/chart-model";
import type { FindingTopic } from "@/lib/analytics/findings/finding";
import { TableUnder } from "./table-under";

type ChartFrameProps = {
  frame: ChartFrameModel;
  /** The findings that it shows: their links open it. */
  topic?: FindingTopic;
  /** The drawing. */
  children: ReactNode;
  /** A footnote: what was left out, or a consequence. */
  foot?: ReactNode;
};

const linkLook = "inline-flex min-h-6 items-center text-link hover:underline";

/** The frame of every chart: finding as title, measure, drawing, and its figures as a table. */
export function ChartFrame({ frame, topic, children, foot }: ChartFrameProps) {
  const { title, subtitle, label, table, links, note } = frame;
  return (
    <section
      id={topic}
      className="flex scroll-mt-4 flex-col rounded-card border border-border bg-panel break-inside-avoid target:border-link"
    >
      <header className="flex items-start justify-between gap-x-3 px-4 pt-3 pb-2 max-roomy:flex-col">
        <div className="min-w-0">
          <h2 className="font-semibold text-pretty">{title}</h2>
          <p className="text-secondary text-pretty text-text-faint">{subtitle}</p>
        </div>
        {links.length === 0 ? null : (
          <p className="flex flex-none flex-wrap justify-end gap-x-3 text-secondary print:hidden">
            {links.map(({ words, href, isFile = false }) =>
              isFile ? (
                <a key={words} className={linkLook} href={href} download>
                  {words}
                </a>
              ) : (
                <Link key={words} className={linkLook} href={href} prefetch={false}>
                  {words}
                </Link>
              ),
            )}
          </p>
        )}
      </header>
      <figure aria-label={label} className="grid grid-cols-[minmax(0,1fr)] gap-2 px-4 pb-3">
        {children}
        {note === "" ? null : (
          <figcaption className="text-secondary text-pretty text-text-muted">{note}</figcaption>
        )}
        <TableUnder table={table} name={title} />
      </figure>
      {foot === undefined ? null : (
        <footer className="mt-auto border-t border-border px-4 py-2 text-secondary text-text-faint">
          {foot}
        </footer>
      )}
    </section>
  );
}
