import { promiseKindsSought } from "@/lib/pages/case/timeline/promise-items";
import type { TimelineLayout } from "@/lib/pages/case/timeline/layout-model";
import type { Timeline } from "@/lib/pages/case/timeline/timeline-model";

type TimelineNotesProps = { timeline: Timeline; layout: TimelineLayout };

/** An empty track says what was looked for. */
export function TimelineNotes({ timeline, layout }: TimelineNotesProps) {
  const { openingX, factsTop, promisesTop, disclosuresTop, releasesTop } = layout;
  return (
    <>
      {timeline.facts.length === 0 && factsTop < promisesTop ? (
        <Note
          x={openingX}
          y={factsTop + 25}
          words="No fact came up again after a handoff; promises stand below."
        />
      ) : null}
      <More x={openingX} y={promisesTop - 5} count={layout.hiddenFacts} />
      {timeline.promises.length === 0 ? (
        <Note
          x={openingX}
          y={promisesTop + 25}
          words={`None found in the agents’ words. Looked for ${promiseKindsSought}.`}
        />
      ) : null}
      <More x={openingX} y={disclosuresTop - 5} count={layout.hiddenPromises} />
      {timeline.disclosures.length === 0 ? (
        <Note x={openingX} y={disclosuresTop + 25} words="No rule applied to these contacts." />
      ) : null}
      <Note x={openingX} y={releasesTop + 22} words={layout.openingWords} />
    </>
  );
}

function More({ x, y, count }: { x: number; y: number; count: number }) {
  return count === 0 ? null : <Note x={x} y={y} words={`and ${String(count)} more in the list`} />;
}

function Note({ x, y, words }: { x: number; y: number; words: string }) {
  return (
    <text x={x + 2} y={y} className="timeline-halo fill-text-faint">
      {words}
    </text>
  );
}
