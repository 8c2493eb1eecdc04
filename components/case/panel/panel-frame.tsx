import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClasses } from "@/components/ui/button-classes";
import { panel } from "@/lib/pages/case/words/panel";

type PanelFrameProps = {
  /** The heading: which one of how many, and where and when. */
  heading: ReactNode;
  /** What happened, one sentence; null where the heading says it all. */
  sentence: string | null;
  verdict: ReactNode;
  /** What the neighbours are called: "handoff". */
  noun: string;
  previousHref: string | null;
  nextHref: string | null;
  children: ReactNode;
};

/** The frame of a detail panel, with links to the previous and next item. */
export function PanelFrame(props: PanelFrameProps) {
  const { heading, sentence, verdict, noun, previousHref, nextHref, children } = props;
  return (
    <section
      id="selected"
      aria-labelledby="selected-title"
      className="grid scroll-mt-4 grid-cols-[minmax(0,1fr)] rounded-card border border-border bg-panel"
    >
      <header className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 pt-3 pb-2.5">
        <div className="grid min-w-0 flex-1 basis-80 gap-0.5">
          <h2
            id="selected-title"
            className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5 font-semibold"
          >
            {heading}
          </h2>
          {sentence === null ? null : <p className="text-pretty text-text-muted">{sentence}</p>}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {verdict}
          <nav aria-label={panel.others(noun)} className="flex gap-1">
            <Step href={previousHref} label={panel.previous(noun)} sign="←" />
            <Step href={nextHref} label={panel.next(noun)} sign="→" />
          </nav>
        </div>
      </header>
      {children}
    </section>
  );
}

type StepProps = { href: string | null; label: string; sign: string };

function Step({ href, label, sign }: StepProps) {
  if (href === null) return null;
  return (
    <Link
      className={buttonClasses.default}
      href={href}
      scroll={false}
      prefetch={false}
      aria-label={label}
      title={label}
    >
      <span aria-hidden="true">{sign}</span>
    </Link>
  );
}
