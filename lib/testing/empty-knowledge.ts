import { noKnowledge, type CaseKnowledge } from "@/lib/domain/case/case-knowledge";

/** Findings of a case without any. */
export function emptyKnowledge(overrides: Partial<CaseKnowledge> = {}): CaseKnowledge {
  return {
    ...noKnowledge,
    reviews: [],
    slaClock: {
      segments: [],
      usedUs: 0,
      targetUs: null,
      targetFrom: null,
      status: { state: "none", dueUs: null, leftUs: 0 },
    },
    ...overrides,
  };
}
