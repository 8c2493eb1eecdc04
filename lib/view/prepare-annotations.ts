import type { Annotation } from "@/lib/domain/annotation";
import type { AnnotationsModel } from "./annotations-model";
import { formatInstant } from "./format";
import { prepareMarkers } from "./time-markers";

/**
 * Prepares the annotations of a page.
 * @param names names of accounts by public id; whoever has none there visited the demo
 * @param zone the display zone, an IANA name
 */
export function prepareAnnotations(
  annotations: readonly Annotation[],
  names: ReadonlyMap<string, string>,
  zone: string,
): AnnotationsModel["lines"] {
  return prepareMarkers(annotations, zone).flatMap((marker, index) => {
    const annotation = annotations[index];
    if (annotation === undefined) return [];
    const { id, author, createdUs } = annotation;
    const by = names.get(author) ?? "a visitor of the demo";
    return [{ ...marker, id, by: `${by}, ${formatInstant(createdUs, "day", zone)}` }];
  });
}
