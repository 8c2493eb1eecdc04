import type { Chance } from "../chance";
import { teamOf } from "../facts";
import type { Contact, DemoAgent, DemoCase, DemoChannel, Turn } from "../model";
import type { OutBatch, OutEvent, PlainAttributes } from "./otlp";

/** A stretch of a contact by one agent, or one kind of agent. */
export type Stretch = {
  readonly demoCase: DemoCase;
  readonly contact: Contact;
  readonly agent: DemoAgent;
  readonly turns: readonly Turn[];
  readonly startUs: number;
  readonly endUs: number;
  readonly traceId: string;
  /** A new span id at each call. */
  readonly spanId: () => string;
  /** Case events and scores are on the last stretch's root. */
  readonly isLast: boolean;
};

/** Exports a stretch in one instrumentation's format; requests in order of sending. */
export type Writer = (stretch: Stretch) => readonly OutBatch[];

/** An AI agent with prompt and model. */
export type AiAgent = Extract<DemoAgent, { kind: "ai" }>;

/** @throws Error for a human agent: only the plain message writer supports those */
export function aiOf({ agent }: Stretch): AiAgent {
  if (agent.kind !== "ai") throw new Error("A person does not run in this instrumentation.");
  return agent;
}

/** The stretch's identity attributes, under our own names. */
export function identityOf(
  stretch: Stretch,
  channelWord: string,
): Readonly<Record<string, string>> {
  const { demoCase, agent } = stretch;
  return {
    case_id: demoCase.caseId,
    customer_id: demoCase.customer.id,
    channel: channelWord,
    intent: demoCase.intent,
    "case.type": demoCase.caseType,
    "case.risk": demoCase.risk,
    region: demoCase.customer.region,
    "agent.type": agent.kind,
    "agent.team": teamOf(demoCase.caseType, agent),
    ...(agent.kind === "human" ? { "agent.id": agent.id } : { release: agent.release }),
  };
}

/** The contact's case events as span events. */
export function caseEventsOf({ contact, isLast }: Stretch): readonly OutEvent[] {
  if (!isLast) return [];
  return contact.caseEvents.map((event) => ({
    name: `case.${event.name}`,
    atUs: event.atUs,
    attributes: {
      "case.event": event.name,
      ...(event.csat !== undefined && { "csat.score": event.csat }),
      ...(event.method !== undefined && { "case.closure.method": event.method }),
      ...(event.evidence !== undefined && { "case.closure.evidence": event.evidence }),
      ...(event.reason !== undefined && { "sla.pause_reason": event.reason }),
    },
  }));
}

/** Scores as OpenTelemetry's evaluation events. */
export function scoreEvents({ contact, endUs, isLast }: Stretch): readonly OutEvent[] {
  if (!isLast) return [];
  return contact.scores.map((score) => ({
    name: "gen_ai.evaluation.result",
    atUs: endUs,
    attributes: {
      "gen_ai.evaluation.name": score.name,
      "gen_ai.evaluation.score.value": score.value,
      "gen_ai.evaluation.score.label": score.label,
      "gen_ai.evaluation.explanation": score.because,
    },
  }));
}

/** The case's due date, if any. */
export function slaAttributes(
  { demoCase }: Stretch,
  rfc3339: (us: number) => string,
): PlainAttributes {
  return demoCase.slaDueUs === null ? {} : { "sla.due": rfc3339(demoCase.slaDueUs) };
}

const formalTone = "Use complete sentences and a structured, professional register.";
const tones: Readonly<Record<string, string>> = {
  v8: formalTone,
  v9: `${formalTone} Take each contact on its own.`,
};

/** Instructions a model is given on a channel. */
export function instructionsOf(agent: AiAgent, channel: DemoChannel): string {
  const tone = tones[agent.promptVersion] ?? "Be brief, warm and plain.";
  return `You are Fern, Fernway's AI assistant on ${channel}. Say that you are an AI. ${tone} Never promise what no tool has done. (${agent.promptName} ${agent.promptVersion})`;
}

/** Ids for one stretch. */
export function newIds(chance: Chance): Pick<Stretch, "traceId" | "spanId"> {
  return { traceId: chance.hex(32), spanId: () => chance.hex(16) };
}
