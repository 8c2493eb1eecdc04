import type { ReactNode } from "react";

type StoryRowProps = { time: ReactNode; aside?: ReactNode; isQuiet?: boolean; children: ReactNode };

/** A row of the list of events: time, content, scores at the right (below on narrow screens). */
export function StoryRow({ time, aside, isQuiet = false, children }: StoryRowProps) {
  return (
    <div
      className={`grid gap-x-4 gap-y-1 px-4 roomy:grid-cols-[118px_minmax(0,1fr)_220px] ${isQuiet ? "py-1.5" : "py-2.5"}`}
    >
      <div className="text-secondary leading-5 text-text-faint">{time}</div>
      <div className="grid min-w-0 content-start gap-1">{children}</div>
      <div className="flex min-w-0 flex-col items-start gap-1 **:whitespace-normal max-roomy:flex-row max-roomy:flex-wrap">
        {aside}
      </div>
    </div>
  );
}
