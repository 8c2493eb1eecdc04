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

/** How many bytes all requests hold together, and each sender's. */
export type BodyBudget = {
  heldBytes: number;
  readonly senders: Map<string, { readonly bodies: number; readonly bytes: number }>;
};

/** Bodies of one sender that are under way at once, so that no sender's slow ones keep others out. */
const bodiesOfSender = 32;
/** A body up to this size may use the whole budget; larger ones leave an eighth of it free. */
const smallBytes = 1024 * 1024;

const settings = z.object({
  THROUGHLINE_MAX_BODIES_MB: z.coerce.number().positive().default(256),
});

declare global {
  // Each route's bundle has its own copy of this module, but the process has one memory.
  var throughlineBodyBudget: BodyBudget | undefined;
}

export function createBodyBudget(): BodyBudget {
  return { heldBytes: 0, senders: new Map() };
}

/** The budget of this process. */
export function processBodyBudget(): BodyBudget {
  return (globalThis.throughlineBodyBudget ??= createBodyBudget());
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
 * @param sender the token or the address that it came with: several bodies of one hold half of the budget at most
 * @throws DomainError "busy" if as many bodies of the sender are under way as may
 */
export function leaseBody(budget: BodyBudget, maxBytes: number, sender: string): BodyLease {
  const { senders } = budget;
  const ofSender = () => senders.get(sender) ?? { bodies: 0, bytes: 0 };
  let held = 0;
  let isOpen = true;

  function change(bodies: number, bytes: number): void {
    const before = ofSender();
    const after = { bodies: before.bodies + bodies, bytes: before.bytes + bytes };
    if (after.bodies === 0) senders.delete(sender);
    else senders.set(sender, after);
    budget.heldBytes += bytes;
  }

  if (ofSender().bodies >= bodiesOfSender) throw new DomainError("busy", manySentence);
  change(1, 0);
  return {
    grow: (bytes) => {
      const others = ofSender().bytes - held;
      const limit = held + bytes <= smallBytes ? maxBytes : (maxBytes / 8) * 7;
      const isOverShare = others > 0 && others + held + bytes > maxBytes / 2;
      if (!isOpen || isOverShare || budget.heldBytes + bytes > limit)
        throw new DomainError("busy", fullSentence);
      held += bytes;
      change(0, bytes);
    },
    release: () => {
      if (isOpen) change(-1, -held);
      isOpen = false;
    },
  };
}

const fullSentence =
  "The bodies being read fill the memory set aside for them; send the same request again later.";
const manySentence = `As many bodies of this sender are under way as may be (${String(bodiesOfSender)}); send the same request again later.`;
