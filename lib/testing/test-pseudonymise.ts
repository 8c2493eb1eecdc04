import { createHash } from "node:crypto";
import type { Pseudonymise } from "@/lib/domain/privacy/pseudonym";

/** The tests' pseudonymisation function, without a key. */
export const testPseudonymise: Pseudonymise = (type, value) =>
  createHash("sha256").update(`${type}:${value}`).digest("hex").slice(0, 16);
