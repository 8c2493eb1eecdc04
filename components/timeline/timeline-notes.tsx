import { promiseKindsSought } from "@/lib/view/timeline/tell-promises";
import type { TimelineLayout } from "@/lib/view/timeline/layout-model";
import type { Timeline } from "@/lib/view/timeline/timeline-model";

type TimelineNotesProps = { timeline: Timeline; layout: TimelineLayout };

/** A rail with nothing on it says so, and what was looked for. */
export function TimelineNotes({ timeline, layout }: TimelineNotesProps) {
  const { openingX, promisesTop, disclosuresTop, releasesTop, hiddenPromises } = layout;
  return (
    <>
      {timeline.promises.length === 0 ? (
        <Note
          x={openingX}
          y={promisesTop + 25}
          words={`None found in the agents’ words. Looked for ${promiseKindsSought}.`}
        />
      ) : null}
      {hiddenPromises === 0 ? null : (
        <Note
          x={openingX}
          y={disclosuresTop - 5}
          words={`and ${String(hiddenPromises)} more in the list`}
        />
      )}
      {timeline.disclosures.length === 0 ? (
        <Note x={openingX} y={disclosuresTop + 25} words="No rule applied to these contacts." />
      ) : null}
      <Note x={openingX} y={releasesTop + 22} words={layout.openingWords} />
    </>
  );
}

function Note({ x, y, words }: { x: number; y: number; words: string }) {
  return (
    <text x={x + 2} y={y} className="timeline-halo fill-text-faint">
      {words}
    </text>
  );
}
