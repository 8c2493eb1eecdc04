import { z } from "zod";

/** An id or name in a gate's files: it is printed, so no line breaks and nothing that XML lacks. */
export const gateName = z
  .string()
  .min(1, "is empty")
  .max(200, "is longer than 200 characters")
  .regex(/^[^\p{Cc}\p{Cs}\uFFFE\uFFFF]*$/u, "holds control characters");

/** What an item or a release is known by: two that look the same are the same, so nothing in it is invisible. */
export const gateId = gateName
  .regex(/^\P{Cf}*$/u, "holds an invisible character; remove it")
  .refine((id) => id.trim() === id, "begins or ends with a space; remove it");
