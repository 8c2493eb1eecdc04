import { promiseKinds } from "@/lib/domain/case/case-promise";
import type { TimelineLayout } from "@/lib/pages/case/timeline/layout-model";
import type { Timeline } from "@/lib/pages/case/timeline/timeline-model";
import { trackNotes } from "@/lib/pages/case/words/timeline-card";

type TimelineNotesProps = { timeline: Timeline; layout: TimelineLayout };

/** An empty track says what was looked for. */
export function TimelineNotes({ timeline, layout }: TimelineNotesProps) {
  const { openingX, factsTop, promisesTop, disclosuresTop, releasesTop } = layout;
  return (
    <>
      {timeline.facts.length === 0 && factsTop < promisesTop ? (
        <Note x={openingX} y={factsTop + 25} words={trackNotes.noFact} />
      ) : null}
      <More x={openingX} y={promisesTop - 5} count={layout.hiddenFacts} />
      {timeline.promises.length === 0 ? (
        <Note
          x={openingX}
          y={promisesTop + 25}
          words={trackNotes.noPromise(promiseKinds.join(", "))}
        />
      ) : null}
      <More x={openingX} y={disclosuresTop - 5} count={layout.hiddenPromises} />
      {timeline.disclosures.length === 0 ? (
        <Note x={openingX} y={disclosuresTop + 25} words={trackNotes.noRule} />
      ) : null}
      <Note x={openingX} y={releasesTop + 22} words={layout.openingWords} />
    </>
  );
}

function More({ x, y, count }: { x: number; y: number; count: number }) {
  return count === 0 ? null : <Note x={x} y={y} words={trackNotes.more(count)} />;
}

function Note({ x, y, words }: { x: number; y: number; words: string }) {
  return (
    <text x={x + 2} y={y} className="timeline-halo fill-text-faint">
      {words}
    </text>
  );
}
