"use server";

import { z } from "zod";
import { toStoredSearch } from "@/lib/analytics/filter/saved-search";
import { isBlank } from "@/lib/domain/is-blank";
import { may, roles, type Viewer } from "@/lib/domain/people/permission";
import {
  savedViewNameMax,
  savedViewSearchMax,
  viewPaths,
  type ViewChanger,
} from "@/lib/domain/settings/saved-view";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { mutate } from "../mutate";

const path = z.enum(viewPaths);
const id = z.number().int().positive();
const saveInput = z.strictObject({
  path,
  name: z
    .string()
    .trim()
    .max(savedViewNameMax)
    .refine((name) => !isBlank(name)),
  search: z.string().max(savedViewSearchMax),
  isShared: z.boolean(),
});
const removeInput = z.strictObject({ id });
const defaultInput = z.strictObject({ path, role: z.enum(roles), view: id.nullable() });

/** Saves a page's query under a name, private or shared. */
export async function saveView(input: unknown): Promise<MutationOutcome> {
  return mutate("save-views", saveInput, input, (view, viewer) => ({
    kind: "view-saved",
    view: { ...view, search: toStoredSearch(view.path, view.search) },
    by: changerOf(viewer),
  }));
}

/** Removes a saved view. */
export async function removeView(input: unknown): Promise<MutationOutcome> {
  return mutate("save-views", removeInput, input, (removed, viewer) => ({
    kind: "view-removed",
    ...removed,
    by: changerOf(viewer),
  }));
}

/** Sets or clears a role's default view of a page. */
export async function chooseDefaultView(input: unknown): Promise<MutationOutcome> {
  return mutate("default-views", defaultInput, input, (chosen, viewer) => ({
    kind: "default-view-chosen",
    ...chosen,
    by: changerOf(viewer),
  }));
}

function changerOf(viewer: Viewer): ViewChanger {
  return { actor: viewer.actor, choosesDefaults: may(viewer, "default-views") };
}
