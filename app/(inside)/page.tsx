import { redirect } from "next/navigation";
import { requireViewer } from "@/lib/auth/require-viewer";
import { loadDefaultSearches } from "@/lib/analytics/load/saved-views";
import { beginOf, startPageOf } from "@/lib/format/layout/navigation";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { shownWorkspace } from "../shown-workspace";

/** Redirects to the start page of the viewer's role. */
export default async function HomePage(): Promise<never> {
  const viewer = await requireViewer("view-cases");
  const { path } = await shownWorkspace();
  const start = startPageOf(viewer, await askReader("loadHasRuns", path));
  redirect(beginOf(start, await loadDefaultSearches(path, viewer.role)));
}
