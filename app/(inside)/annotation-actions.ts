"use server";

import { z } from "zod";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { annotationSchema } from "@/lib/format/layout/annotation-draft";
import { mutate } from "../mutate";
import { shownWorkspace } from "../shown-workspace";

const removeInput = z.strictObject({ id: z.number().int().positive() });

/** Adds an annotation. @param input form values in the display zone */
export async function addAnnotation(input: unknown): Promise<MutationOutcome> {
  const { displayZone } = await shownWorkspace();
  return mutate("annotate", annotationSchema(displayZone), input, (annotation, { actor }) => ({
    kind: "annotation-added",
    annotation,
    author: actor,
  }));
}

/** Removes an annotation, whoever wrote it. */
export async function removeAnnotation(input: unknown): Promise<MutationOutcome> {
  return mutate("annotate", removeInput, input, ({ id }) => ({ kind: "annotation-removed", id }));
}
