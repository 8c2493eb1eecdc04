import type { AnnotationLine } from "./annotations-model";
import { formatInstant } from "@/lib/format/format";
import type { TimeMarker } from "./time-markers";

/**
 * Prepares a page's markers as a list.
 * @param names names of accounts by public id; visitors of the demo have none
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
