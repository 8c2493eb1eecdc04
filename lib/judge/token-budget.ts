import type { Database } from "@/lib/store/port";
import { reserveTokens, settleTokens } from "@/lib/store/decisions/judge-spend";

/** Tokens reserved before a request, so that concurrent requests cannot overspend together. */
export type Reservation = {
  /** Reports the tokens used. */
  readonly settle: (tokens: number) => Promise<void>;
};

export type TokenBudget = {
  /** @returns null if the daily limit would be exceeded */
  readonly reserve: (tokens: number) => Promise<Reservation | null>;
};

const dayUs = 86_400_000_000;

/** A workspace's daily token budget (UTC), shared by several processes. */
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
