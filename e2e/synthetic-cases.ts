import { tokenHeaders } from "./accounts";
import type { APIRequestContext } from "@playwright/test";

const dayMs = 86_400_000;

/** An id with characters that need escaping in URLs and markup. */
export const awkwardCaseId = "Zürich/100% <b>&?#1";
const quietCaseId = "e2e-quiet";

type Line = {
  readonly at: number;
  readonly role: "customer" | "agent";
  readonly text: string;
  readonly more?: Readonly<Record<string, string>>;
};

type Contact = {
  readonly caseId: string;
  readonly channel: string;
  readonly interactionId: string;
  readonly agentKind: "ai" | "human";
  readonly startMs: number;
  readonly lines: readonly Line[];
};

/** Sends two mature cases: one handed from chat to voice, one on SMS only. */
export async function sendSyntheticCases(request: APIRequestContext, nowMs: number): Promise<void> {
  const startMs = nowMs - 40 * dayMs;
  const chat: Contact = {
    caseId: awkwardCaseId,
    channel: "chat",
    interactionId: "e2e-chat",
    agentKind: "ai",
    startMs,
    lines: [
      {
        at: 0,
        role: "customer",
        text: "My flugelhorn arrived broken, call me on +1 415 555 0132.",
      },
      { at: 30, role: "agent", text: "I am sorry. Shall I send a new flugelhorn?" },
      { at: 60, role: "customer", text: "Yes, please send a new one." },
    ],
  };
  const voice: Contact = {
    ...chat,
    channel: "voice",
    interactionId: "e2e-voice",
    agentKind: "human",
    startMs: startMs + 2 * dayMs,
    lines: [
      { at: 0, role: "agent", text: "Did the replacement reach you?" },
      { at: 20, role: "customer", text: "Yes, it arrived and that solved my problem. Thank you!" },
      {
        at: 40,
        role: "agent",
        text: "Then I am closing the case.",
        more: { "case.event": "closed", "case.closure.method": "customer_confirm" },
      },
    ],
  };
  const sms: Contact = {
    ...chat,
    caseId: quietCaseId,
    channel: "sms",
    interactionId: "e2e-sms",
    lines: [{ at: 0, role: "customer", text: "Nobody answers me about the sackbut." }],
  };
  const response = await request.post("/v1/traces", {
    headers: tokenHeaders(),
    data: { resourceSpans: [chat, voice, sms].map(resourceSpansOf) },
  });
  if (!response.ok()) throw new Error(`sending cases answered ${response.status()}`);
}

function resourceSpansOf(contact: Contact, index: number) {
  const traceId = `e2e0000000000000000000000000000${index}`.slice(0, 32).padStart(32, "0");
  const spans = contact.lines.map((line, position) => {
    const start = `${contact.startMs + line.at * 1000}000000`;
    const attributes = {
      case_id: contact.caseId,
      customer_id: `e2e-customer-${contact.caseId.length}`,
      intent: "instrument_trouble",
      channel: contact.channel,
      interaction_id: contact.interactionId,
      "agent.kind": contact.agentKind,
      "message.role": line.role,
      "message.content": line.text,
      ...line.more,
    };
    return {
      traceId,
      spanId: `e2e${index}${position}`.padStart(16, "0"),
      name: "message",
      kind: 1,
      startTimeUnixNano: start,
      endTimeUnixNano: start,
      attributes: Object.entries(attributes).map(([key, stringValue]) => ({
        key,
        value: { stringValue },
      })),
    };
  });
  return { resource: { attributes: [] }, scopeSpans: [{ scope: { name: "e2e" }, spans }] };
}
