"use server";

import { z } from "zod";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { mutate } from "../../../mutate";

const id = z.string().min(1).max(2000);

export async function moveTrace(input: unknown): Promise<MutationOutcome> {
  const schema = z.strictObject({ traceId: id, toCaseId: id });
  return mutate("override", schema, input, (move) => ({ kind: "trace-moved", ...move }));
}
