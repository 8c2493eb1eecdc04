import { loadActorNames } from "@/lib/auth/actor-names";
import type { Viewer } from "@/lib/domain/people/permission";
import type { ViewPath } from "@/lib/domain/settings/saved-view";
import { loadSavedViews } from "@/lib/analytics/load/saved-views";
import { prepareSavedViews } from "@/lib/format/layout/prepare-saved-views";
import type { SavedViewsModel } from "@/lib/format/layout/saved-views-model";
import { shownWorkspace } from "./shown-workspace";

/** The saved views of a page for the viewer. */
export async function savedViewsOf(page: ViewPath, viewer: Viewer): Promise<SavedViewsModel> {
  const { path } = await shownWorkspace();
  const views = await loadSavedViews(path, page, viewer.actor);
  return prepareSavedViews(page, views, viewer, await loadActorNames());
}
