"use server";

import { z } from "zod";
import { signOffReasonMax } from "@/lib/domain/gate/stored-verdict";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { mutate } from "../../mutate";

const signOff = z.strictObject({
  id: z.int().min(1),
  reason: z.string().max(signOffReasonMax),
});
const verdict = z.strictObject({ id: z.int().min(1) });

/** Deletes what a verdict says; its attempt stays counted. @param input its key */
export async function removeVerdict(input: unknown): Promise<MutationOutcome> {
  return mutate("gate", verdict, input, ({ id }, { actor }) => ({
    kind: "verdict-deleted",
    ...{ id, actor },
  }));
}

/** Keeps that the viewer answers for a verdict that is not proven. @param input its key, and why */
export async function signOffVerdict(input: unknown): Promise<MutationOutcome> {
  return mutate("gate", signOff, input, (given, { actor, name }) => ({
    kind: "verdict-signed-off",
    ...{ ...given, actor, name },
  }));
}
