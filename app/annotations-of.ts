import type { PageAnnotations } from "@/components/annotations/page-annotations";
import { loadActorNames } from "@/lib/auth/actor-names";
import { may, type Viewer } from "@/lib/domain/people/permission";
import { prepareAnnotations } from "@/lib/analytics/annotations/prepare-annotations";
import type { TimeMarker } from "@/lib/analytics/annotations/time-markers";
import { addAnnotation, removeAnnotation } from "./(inside)/annotation-actions";
import { shownWorkspace } from "./shown-workspace";

/** The annotations of a page's time charts for the viewer, with their server actions. */
export async function annotationsOf(
  viewer: Viewer,
  markers: readonly TimeMarker[],
): Promise<PageAnnotations> {
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
