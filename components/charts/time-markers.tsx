import type { PlacedAnnotations } from "@/lib/analytics/charts/place-annotations";
import { MarkerLetter } from "../annotations/marker-letter";

/** Annotations over a time chart: points and ranges with their letters. */
export function TimeMarkers({
  markers: { lines, ranges, labels },
}: {
  markers: PlacedAnnotations;
}) {
  return (
    <span className="pointer-events-none absolute inset-0" aria-hidden="true">
      {ranges.map(({ from, to }, at) => (
        <span
          key={at}
          className="absolute inset-y-0 border-t-2 border-text-muted bg-text/5"
          style={{ left: `${String(from)}%`, width: `${String(to - from)}%` }}
        />
      ))}
      {lines.map((x, at) => (
        <span
          key={at}
          className="absolute inset-y-0 border-l border-dotted border-chart-axis"
          style={{ left: `${String(x)}%` }}
        />
      ))}
      {labels.map(({ from, letters, words }) => (
        <span
          key={letters}
          className="pointer-events-auto absolute bottom-full mb-px"
          style={{ left: `${String(from)}%` }}
          title={words.join("\n")}
        >
          <MarkerLetter letter={letters} />
        </span>
      ))}
    </span>
  );
}
