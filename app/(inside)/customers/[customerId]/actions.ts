"use server";

import { z } from "zod";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { customerReference } from "@/lib/pipeline/intake/erase-customer";
import { createHashTombstone } from "@/lib/pipeline/worker/data-folder";
import { mutate } from "../../../mutate";

const erasure = z.strictObject({ customerId: z.string().min(1).max(2000) });

/** Erases a customer for good. @param input the id as the page shows it */
export async function eraseCustomer(input: unknown): Promise<MutationOutcome> {
  return mutate("erase", erasure, input, ({ customerId }) => ({
    kind: "customer-erased",
    customerId,
    reference: customerReference(customerId, createHashTombstone()),
  }));
}
