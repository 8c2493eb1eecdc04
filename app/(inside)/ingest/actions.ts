"use server";

import { z } from "zod";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { mutate } from "../../mutate";

const removal = z.strictObject({ batch: z.int().positive() });

/** Removes what one batch brought. @param input its number */
export async function removeBatch(input: unknown): Promise<MutationOutcome> {
  return mutate("ingest", removal, input, ({ batch }) => ({ kind: "batch-removed", batch }));
}
