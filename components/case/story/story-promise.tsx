import type { TimelinePromise } from "@/lib/pages/case/timeline/timeline-model";
import { ItemLink } from "../timeline/item-link";
import { ItemRow } from "../timeline/item-row";
import { Instant } from "@/components/ui/instant";
import { StatusBadge } from "@/components/ui/status-badge";
import { StoryRow } from "./story-row";
import { story } from "@/lib/pages/case/words/story";

type StoryPromiseProps = {
  promise: TimelinePromise;
  /** The promise's own words. */
  href: string | null;
};

/** A promise, placed at its due date or, without one, where it was made. */
export function StoryPromise({ promise, href }: StoryPromiseProps) {
  const { id, dueUs, saidUs, what, stateWords, tone } = promise;
  return (
    <ItemRow id={id} look="note">
      <StoryRow
        time={<Instant atUs={dueUs ?? saidUs} style={dueUs === null ? "weekdayTime" : "due"} />}
        isQuiet
      >
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-secondary text-text-muted">
          <ItemLink id={id}>{dueUs === null ? story.promised(what) : story.due(what)}</ItemLink>
          <StatusBadge tone={tone} label={stateWords} variant="bare" />
          {href === null ? null : (
            <a className="text-link hover:underline" href={href}>
              {story.words}
            </a>
          )}
        </p>
      </StoryRow>
    </ItemRow>
  );
}
