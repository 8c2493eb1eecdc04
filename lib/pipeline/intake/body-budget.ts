import { z } from "zod";
import { DomainError } from "@/lib/domain/domain-error";
import { bodyLimitBytes } from "./body-limit";

/** The memory that one request holds of the budget. */
export type BodyLease = {
  /**
   * Reserves more of the budget before the memory is allocated.
   * @throws DomainError "busy" if the budget is used up; a body never waits for memory, so bodies cannot deadlock
   */
  readonly grow: (bytes: number) => void;
  /** Releases everything; call it however the request ended. Idempotent. */
  readonly release: () => void;
};

/** How many bytes all requests hold together. */
export type BodyBudget = { heldBytes: number };

/** A body up to this size may use the whole budget; larger ones leave an eighth of it free. */
const smallBytes = 1024 * 1024;

const settings = z.object({
  THROUGHLINE_MAX_BODIES_MB: z.coerce.number().positive().default(256),
});

declare global {
  // Each route's bundle has its own copy of this module, but the process has one memory.
  var throughlineBodyBudget: BodyBudget | undefined;
}

/** The budget of this process. */
export function processBodyBudget(): BodyBudget {
  return (globalThis.throughlineBodyBudget ??= { heldBytes: 0 });
}

/**
 * Memory that the bodies of all requests may hold together, decompressed, until they are stored.
 * @param environment THROUGHLINE_MAX_BODIES_MB in MiB, default 256
 * @returns bytes; at least one body of the largest allowed size
 * @throws ZodError if the setting is not a positive number
 */
export function bodyBudgetBytes(environment: Readonly<Record<string, string | undefined>>): number {
  const given = settings.parse(environment).THROUGHLINE_MAX_BODIES_MB * 1024 * 1024;
  return Math.floor(Math.max(given, (bodyLimitBytes(environment) * 8) / 7 + smallBytes));
}

/**
 * Starts a lease for one request.
 * @param maxBytes of all requests together
 */
export function leaseBody(budget: BodyBudget, maxBytes: number): BodyLease {
  let held = 0;
  let isOpen = true;
  return {
    grow: (bytes) => {
      const limit = held + bytes <= smallBytes ? maxBytes : (maxBytes / 8) * 7;
      if (!isOpen || budget.heldBytes + bytes > limit) throw new DomainError("busy", fullSentence);
      held += bytes;
      budget.heldBytes += bytes;
    },
    release: () => {
      if (isOpen) budget.heldBytes -= held;
      isOpen = false;
    },
  };
}

const fullSentence =
  "The bodies being read fill the memory set aside for them; send the same request again later.";
