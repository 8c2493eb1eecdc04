import type { AnnotationLine } from "./annotations-model";
import { formatInstant } from "@/lib/format/format";
import type { TimeMarker } from "./time-markers";

/**
 * Prepares the markers of a page to be read one by one.
 * @param names names of accounts by public id; whoever has none there visited the demo
 * @param zone the display zone, an IANA name
 */
export function prepareAnnotations(
  markers: readonly TimeMarker[],
  names: ReadonlyMap<string, string>,
  zone: string,
): readonly AnnotationLine[] {
  return markers.map((marker) => {
    const { note } = marker;
    if (note === null) return { ...marker, by: "the first contact that names it" };
    const author = names.get(note.author) ?? "a visitor of the demo";
    return { ...marker, by: `${author}, ${formatInstant(note.createdUs, "day", zone)}` };
  });
}
