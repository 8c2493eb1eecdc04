import { z } from "zod";
import { DomainError } from "@/lib/domain/domain-error";
import { bodyLimitBytes } from "./body-limit";

/** Memory that one request holds of the budget of all. */
export type BodyLease = {
  /**
   * Takes more of the budget before the memory is allocated.
   * @throws DomainError "busy" where it is used up: a body never waits for memory, so none waits for another
   */
  readonly grow: (bytes: number) => void;
  /** Gives everything back; to be called however the request ended. More calls do nothing. */
  readonly release: () => void;
};

/** How many bytes all requests hold together. */
export type BodyBudget = { heldBytes: number };

/** Up to this size a body may use the whole budget; larger ones leave an eighth of it to such. */
const smallBytes = 1024 * 1024;

const settings = z.object({
  THROUGHLINE_MAX_BODIES_MB: z.coerce.number().positive().default(256),
});

declare global {
  // Each route is a bundle of its own with a copy of this module; the process has one memory.
  var throughlineBodyBudget: BodyBudget | undefined;
}

/** What the requests of this process hold. */
export function processBodyBudget(): BodyBudget {
  return (globalThis.throughlineBodyBudget ??= { heldBytes: 0 });
}

/**
 * How much memory the bodies of all requests may hold together, decompressed and until they are stored.
 * @param environment THROUGHLINE_MAX_BODIES_MB in MiB, 256 where it is not set
 * @returns bytes; enough for one body of the largest size allowed
 * @throws ZodError where the setting is not a positive number
 */
export function bodyBudgetBytes(environment: Readonly<Record<string, string | undefined>>): number {
  const given = settings.parse(environment).THROUGHLINE_MAX_BODIES_MB * 1024 * 1024;
  return Math.floor(Math.max(given, (bodyLimitBytes(environment) * 8) / 7 + smallBytes));
}

/** Begins to hold memory for one request. @param maxBytes of all requests together */
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
