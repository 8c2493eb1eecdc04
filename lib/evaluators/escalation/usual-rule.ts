import type { EscalationRule } from "@/lib/domain/settings/persona-contract";

/** When to pass a customer on as long as no persona contract is approved: when they ask for it or are angry. */
export const usualRule: EscalationRule = {
  isOnRequest: true,
  isOnAnger: true,
  topics: [],
  sameAnswers: null,
  mostAnswers: null,
  graceAnswers: 1,
};
