import { redirect } from "next/navigation";
import { requireViewer } from "@/lib/auth/require-viewer";
import { loadDefaultSearches } from "@/lib/analytics/load/saved-views";
import { beginOf, homeOf } from "@/lib/format/layout/navigation";
import { shownWorkspace } from "../shown-workspace";

/** Redirects to the start page of the viewer's role. */
export default async function HomePage(): Promise<never> {
  const { role } = await requireViewer("view-cases");
  const { path } = await shownWorkspace();
  redirect(beginOf(homeOf[role], await loadDefaultSearches(path, role)));
}
