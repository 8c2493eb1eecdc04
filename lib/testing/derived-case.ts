import { sumUsage } from "@/lib/domain/trace/model-usage";
import type { DerivedCase, Interaction, Message, Score, ScoreTarget } from "@/lib/domain/case/case";

export const dayUs = 86_400_000_000;
/** 2026-01-05T08:00:00Z. */
export const firstUs = 1_767_600_000_000_000;

/** Of a case whose spans state none. */
export const noUsage = sumUsage([]);

/** A derived case of one chat with messages of both sides. */
export function derivedCase(overrides: Partial<DerivedCase> = {}): DerivedCase {
  return {
    caseId: "C-1",
    customerId: "u-1",
    caseType: "billing",
    intent: "refund",
    inferredIntent: null,
    risk: "low",
    region: "EU",
    teams: [],
    messages: [derivedMessage(), derivedMessage({ ordinal: 1, speaker: "agent", text: "Done." })],
    interactions: [derivedInteraction()],
    handoffs: [],
    scores: [],
    openedUs: firstUs,
    lastContactUs: firstUs,
    closing: { atUs: firstUs + dayUs, from: "event" },
    reopenedUs: null,
    closure: { method: "agent_resolve", evidence: "none", because: "Said so.", quotes: [] },
    csat: null,
    mergedInto: null,
    spanCount: 2,
    releases: [],
    caseEvents: [],
    findings: [],
    personalValues: [],
    usage: noUsage,
    failures: [],
    ...overrides,
  };
}

export function derivedMessage(overrides: Partial<Message> = {}): Message {
  return {
    ordinal: 0,
    interaction: 0,
    speaker: "customer",
    agentKind: "unknown",
    agentId: null,
    text: "Where is my refund?",
    toolCalls: [],
    tool: null,
    atUs: firstUs,
    spans: ["1/2"],
    promptName: null,
    promptVersion: null,
    model: null,
    ...overrides,
  };
}

export function derivedInteraction(overrides: Partial<Interaction> = {}): Interaction {
  return {
    ordinal: 0,
    interactionId: null,
    channel: "chat",
    startUs: firstUs,
    endUs: firstUs,
    isTouchpoint: true,
    agentKinds: ["ai"],
    agentIds: [],
    initiator: "customer",
    promptVersions: [],
    models: [],
    releases: [],
    team: null,
    messageCount: 2,
    spanCount: 2,
    strippedCount: 0,
    isTransferred: false,
    isPassedOn: false,
    account: 0,
    ...overrides,
  };
}

/** A score; not scorable without a value. */
export function score(
  evaluator: string,
  value: number | null,
  target: ScoreTarget = { kind: "case" },
  version: Score["version"] = 1,
): Score {
  const verdict: Score["verdict"] =
    value === null
      ? { status: "not-scorable", because: "" }
      : { status: "scored", value, because: "", evidence: [] };
  return { evaluator, version, target, verdict };
}
