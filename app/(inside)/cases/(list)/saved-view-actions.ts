"use server";

import { z } from "zod";
import { isBlank } from "@/lib/domain/is-blank";
import { savedViewNameMax, savedViewSearchMax } from "@/lib/domain/saved-view";
import type { MutationOutcome } from "@/lib/domain/workspace-change";
import { mutate } from "../../../mutate";

const saveInput = z.object({
  name: z
    .string()
    .trim()
    .max(savedViewNameMax)
    .refine((name) => !isBlank(name)),
  search: z.string().max(savedViewSearchMax),
});
const removeInput = z.object({ id: z.number().int().positive() });

/** Keeps a view of the Cases page under a name. */
export async function saveView(input: unknown): Promise<MutationOutcome> {
  return mutate("save-views", saveInput, input, (view) => ({
    kind: "view-saved",
    view: { ...view, path: "/cases" },
  }));
}

/** Takes a saved view away. */
export async function removeView(input: unknown): Promise<MutationOutcome> {
  return mutate("save-views", removeInput, input, ({ id }) => ({ kind: "view-removed", id }));
}
