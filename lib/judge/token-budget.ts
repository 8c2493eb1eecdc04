import type { Database } from "@/lib/store/database";
import { reserveTokens, settleTokens } from "@/lib/store/decisions/judge-spend";

/** Tokens set aside before a request, so that requests under way cannot overspend together. */
export type Reservation = {
  /** Says what it came to. */
  readonly settle: (tokens: number) => Promise<void>;
};

export type TokenBudget = {
  /** @returns null where the day's limit would be passed */
  readonly reserve: (tokens: number) => Promise<Reservation | null>;
};

const dayUs = 86_400_000_000;

/** A workspace's tokens of each day (UTC); several processes share them. */
export function openTokenBudget(
  db: Database,
  tokensPerDay: number,
  now: () => number,
): TokenBudget {
  return {
    reserve: async (tokens) => {
      const day = Math.floor(now() / dayUs);
      if (!(await reserveTokens(db, day, tokens, tokensPerDay))) return null;
      return { settle: (used) => settleTokens(db, day, used - tokens) };
    },
  };
}
