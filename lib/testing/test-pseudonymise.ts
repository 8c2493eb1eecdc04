import { createHash } from "node:crypto";
import type { Pseudonymise } from "@/lib/domain/privacy/pseudonym";

/** A one-way function like a workspace's, with no key: what tests mask with. */
export const testPseudonymise: Pseudonymise = (type, value) =>
  createHash("sha256").update(`${type}:${value}`).digest("hex").slice(0, 16);
