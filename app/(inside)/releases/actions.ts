"use server";

import { z } from "zod";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { mutate } from "../../mutate";

const verdict = z.strictObject({ id: z.int().min(1) });

/** Deletes what a verdict says; its attempt stays counted. @param input its key */
export async function removeVerdict(input: unknown): Promise<MutationOutcome> {
  return mutate("gate", verdict, input, ({ id }, { actor }) => ({
    kind: "verdict-deleted",
    ...{ id, actor },
  }));
}
