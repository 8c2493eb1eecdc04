import { loadActorNames } from "@/lib/auth/actor-names";
import { may, type Viewer } from "@/lib/domain/permission";
import { loadAnnotations } from "@/lib/queries/annotations";
import type { AnnotationsModel } from "@/lib/view/annotations-model";
import { prepareAnnotations } from "@/lib/view/prepare-annotations";
import { shownWorkspace } from "./shown-workspace";

/**
 * What people noted on a time, for whoever looks at it.
 * @param period its days in the display zone, each written as its midnight in UTC; null: no time is shown
 */
export async function annotationsOf(
  viewer: Viewer,
  period: { readonly fromUs: number; readonly toUs: number } | null,
): Promise<AnnotationsModel> {
  const { path, displayZone: zone } = await shownWorkspace();
  const seen = { path, scope: viewer.scope };
  // No zone is a whole day away from UTC.
  const found =
    period === null ? [] : await loadAnnotations(seen, period.fromUs - dayUs, period.toUs + dayUs);
  return {
    lines: prepareAnnotations(found, await loadActorNames(), zone).filter(
      ({ firstDayUs, lastDayUs }) =>
        period !== null && firstDayUs < period.toUs && lastDayUs >= period.fromUs,
    ),
    mayAnnotate: may(viewer, "annotate"),
    zone,
  };
}

const dayUs = 86_400_000_000;
