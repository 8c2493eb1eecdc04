import type { CasePageModel, ContactView, HandoffView } from "@/lib/pages/case/case-page-model";
import type { Timeline, TimelineItem } from "@/lib/pages/case/timeline/timeline-model";
import { StoryContact } from "./story-contact";
import { StoryHandoff } from "./story-handoff";
import { StoryNote } from "./story-note";
import { StoryPromise } from "./story-promise";

/** The timeline's items as an ordered list with a shared selection. */
export function Story({ model }: { model: CasePageModel }) {
  const { timeline, contacts } = model;
  const handoffs = contacts.flatMap(({ arrivals, changes }) => [...arrivals, ...changes]);
  return (
    <ol className="grid grid-cols-[minmax(0,1fr)]">
      {timeline.items.map((item) => (
        <Row
          key={item.id}
          item={item}
          timeline={timeline}
          contacts={contacts}
          handoffs={handoffs}
        />
      ))}
    </ol>
  );
}

type RowProps = {
  item: TimelineItem;
  timeline: Timeline;
  contacts: readonly ContactView[];
  handoffs: readonly HandoffView[];
};

function Row({ item, timeline, contacts, handoffs }: RowProps) {
  const ordinal = Number(item.id.slice(1));
  switch (item.kind) {
    case "contact": {
      const contact = contacts[ordinal];
      return contact === undefined ? null : (
        <StoryContact contact={contact} timeline={timeline} item={item} />
      );
    }
    case "handoff": {
      const view = handoffs.find(({ handoff }) => handoff.ordinal === ordinal);
      const drawn = timeline.handoffs[ordinal];
      return view === undefined || drawn === undefined ? null : (
        <StoryHandoff view={view} gap={drawn.gap} itemId={item.id} />
      );
    }
    case "promise": {
      const promise = timeline.promises[ordinal];
      return promise === undefined ? null : <StoryPromise promise={promise} href={item.href} />;
    }
    case "disclosure":
      return null;
    case "release":
    case "state":
      return <StoryNote item={item} timeline={timeline} />;
  }
}
