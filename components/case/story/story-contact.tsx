import type { ContactView } from "@/lib/pages/case/case-page-model";
import { formatDuration } from "@/lib/format/format";
import type { Timeline, TimelineItem } from "@/lib/pages/case/timeline/timeline-model";
import { ScoreList } from "@/components/score/score-list";
import { ItemLink } from "../timeline/item-link";
import { ItemRow } from "../timeline/item-row";
import { Instant } from "@/components/ui/instant";
import { MaskedText } from "@/components/ui/masked-text";
import { StatusBadge } from "@/components/ui/status-badge";
import { ContactHeading } from "../contact-heading";
import { StoryRow } from "./story-row";
import { story } from "@/lib/pages/case/words/story";

type StoryContactProps = { contact: ContactView; timeline: Timeline; item: TimelineItem };

/** A contact in the list of events: agent, first customer words, scores. */
export function StoryContact({ contact, timeline, item }: StoryContactProps) {
  const { interaction, opening, scores, href } = contact;
  const { startUs, endUs, ordinal } = interaction;
  return (
    <ItemRow id={item.id} look="contact">
      <StoryRow
        time={
          <>
            <Instant atUs={startUs} style="weekdayTime" />
            <span className="roomy:hidden">, </span>
            <br className="max-roomy:hidden" />
            {formatDuration(endUs - startUs)}
          </>
        }
        aside={<Verdicts timeline={timeline} ordinal={ordinal} />}
      >
        <h3>
          <ItemLink id={item.id}>
            <ContactHeading interaction={interaction} />
          </ItemLink>
        </h3>
        <p className="max-w-[78ch] text-pretty [overflow-wrap:anywhere]">
          {opening === "" ? (
            <span className="text-text-faint">{story.noOpening}</span>
          ) : (
            <>
              “<MaskedText text={opening} />”
            </>
          )}{" "}
          <a className="whitespace-nowrap text-link underline" href={href}>
            {story.words}
          </a>
        </p>
        {scores.length === 0 ? null : (
          <details>
            <summary className="min-h-6 text-secondary leading-6 text-text-faint">
              {story.scores(scores.length)}
            </summary>
            <div className="max-w-[78ch] pt-1.5">
              <ScoreList scores={scores} />
            </div>
          </details>
        )}
      </StoryRow>
    </ItemRow>
  );
}

function Rating({ csat }: { csat: number }) {
  return (
    <span className="rounded-chip bg-neutral-wash px-1.5 text-secondary font-semibold text-text">
      {story.rating(csat)}
    </span>
  );
}

/** The contact's ending, disclosures and promises. */
function Verdicts({ timeline, ordinal }: { timeline: Timeline; ordinal: number }) {
  const drawn = timeline.contacts[ordinal];
  const made = timeline.promises.filter(({ contact }) => contact === ordinal).length;
  return (
    <>
      {drawn === undefined ? null : <StatusBadge tone={drawn.end.tone} label={drawn.end.words} />}
      {drawn === undefined || drawn.csat === null ? null : <Rating csat={drawn.csat} />}
      {drawn?.isSkewed === true ? <StatusBadge tone="warn" label={story.skewed} /> : null}
      {timeline.disclosures
        .filter(({ contact }) => contact === ordinal)
        .map(({ id, tone, words }) => (
          <ItemLink key={id} id={id} isInRow>
            <StatusBadge tone={tone} label={words} />
          </ItemLink>
        ))}
      {made === 0 ? null : (
        <span className="rounded-chip bg-neutral-wash px-1.5 text-secondary text-text-muted">
          {story.promisesMade(made)}
        </span>
      )}
    </>
  );
}
