import type { PageViews } from "@/components/findings/finding-page";
import { may, type Viewer } from "@/lib/domain/people/permission";
import { openedView } from "@/lib/format/layout/prepare-saved-views";
import type { RawSearchParams } from "@/lib/format/address/raw-params";
import type { ViewPath } from "@/lib/domain/settings/saved-view";
import { chooseDefaultView, removeView, saveView } from "./(inside)/view-actions";
import { savedViewsOf } from "./saved-views-of";

/**
 * The saved views of a page with their server actions.
 * @param raw the query string as received
 * @param href the page's canonical address
 */
export async function pageViewsOf(
  page: ViewPath,
  viewer: Viewer,
  raw: RawSearchParams,
  href: string,
): Promise<PageViews> {
  const views = await savedViewsOf(page, viewer);
  return {
    mayAlert: may(viewer, "manage-alerts"),
    views,
    opened: openedView(views, raw),
    actions: { save: saveView, remove: removeView, chooseDefault: chooseDefaultView },
    search: href.split("?")[1] ?? "",
  };
}
