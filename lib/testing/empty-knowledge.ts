import type { CaseKnowledge } from "@/lib/domain/case-knowledge";

/** A case of which nothing is known beyond what was derived. */
export function emptyKnowledge(told: Partial<CaseKnowledge> = {}): CaseKnowledge {
  return {
    handoffFacts: [],
    packets: [],
    promises: [],
    disclosures: [],
    slaClock: {
      segments: [],
      usedUs: 0,
      targetUs: null,
      targetFrom: null,
      dueUs: null,
      riskUs: null,
      breachedAtUs: null,
      isRunning: false,
    },
    ...told,
  };
}
