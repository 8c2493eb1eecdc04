import type { PageMarks } from "@/components/annotations/page-marks";
import { loadActorNames } from "@/lib/auth/actor-names";
import { may, type Viewer } from "@/lib/domain/people/permission";
import { prepareAnnotations } from "@/lib/analytics/annotations/prepare-annotations";
import type { TimeMarker } from "@/lib/analytics/annotations/time-markers";
import { addAnnotation, removeAnnotation } from "./(inside)/annotation-actions";
import { shownWorkspace } from "./shown-workspace";

/** What is marked on a page's charts over time, for whoever looks at it, with what can be done about it. */
export async function annotationsOf(
  viewer: Viewer,
  markers: readonly TimeMarker[],
): Promise<PageMarks> {
  const { displayZone: zone } = await shownWorkspace();
  return {
    model: {
      lines: prepareAnnotations(markers, await loadActorNames(), zone),
      mayAnnotate: may(viewer, "annotate"),
      zone,
    },
    actions: { add: addAnnotation, remove: removeAnnotation },
  };
}
