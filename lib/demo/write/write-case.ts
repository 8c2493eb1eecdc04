import { rfc3339 } from "../calendar";
import type { Chance } from "../chance";
import type { DemoCaseEvent, Contact, DemoCase, DemoChannel, Turn } from "../model";
import { writeLiveKitVoice } from "./livekit-voice";
import { writeOpenInferenceEmail } from "./open-inference-email";
import { writeOtelSms } from "./otel-sms";
import type { OutBatch, PlainAttributes } from "./otlp";
import { writePipecatVoice } from "./pipecat-voice";
import { writePlainMessages } from "./plain-messages";
import { writeTraceAiChat } from "./trace-ai-chat";
import { writeTraceloopInApp } from "./traceloop-in-app";
import { writeVercelSocial } from "./vercel-social";
import { newIds, type Stretch, type Writer } from "./writer";

const aiWriters: Readonly<Record<DemoChannel, Writer>> = {
  chat: writeTraceAiChat,
  email: writeOpenInferenceEmail,
  in_app: writeTraceloopInApp,
  sms: writeOtelSms,
  social: writeVercelSocial,
  voice: writeLiveKitVoice,
};

/** An exported batch with the time of its export. */
export type Leaving = { readonly atUs: number; readonly batch: OutBatch };

/** Exports a case: each contact in its channel's instrumentation, and the CRM's events. */
export function writeCase(demoCase: DemoCase, chance: Chance): readonly Leaving[] {
  const contacts = demoCase.contacts.flatMap((contact) =>
    stretchesOf(demoCase, contact, chance).flatMap((stretch) =>
      writerFor(stretch)(stretch).map((batch, index) => ({
        atUs: stretch.endUs + index * 1000,
        batch,
      })),
    ),
  );
  const caseEvents = demoCase.caseEvents.map((caseEvent) => ({
    atUs: caseEvent.atUs,
    batch: writeCaseEvent(demoCase, caseEvent, chance),
  }));
  return [...contacts, ...caseEvents];
}

function writerFor({ agent, contact }: Stretch): Writer {
  if (agent.kind === "human") return writePlainMessages;
  if (contact.channel === "voice" && contact.line === "outage") return writePipecatVoice;
  return aiWriters[contact.channel];
}

function stretchesOf(demoCase: DemoCase, contact: Contact, chance: Chance): readonly Stretch[] {
  const groups: Turn[][] = [];
  for (const turn of contact.turns) {
    const group = groups.at(-1);
    if (group?.[0]?.agent.kind === turn.agent.kind) group.push(turn);
    else groups.push([turn]);
  }
  return groups.flatMap((turns, index) => {
    const first = turns[0];
    if (first === undefined) return [];
    const isLast = index === groups.length - 1;
    const startUs = index === 0 ? contact.startUs : first.atUs;
    const endUs = isLast ? contact.endUs : (turns.at(-1)?.atUs ?? first.atUs) + 2_000_000;
    const stretch = { demoCase, contact, agent: first.agent, turns, startUs, endUs, isLast };
    return [{ ...stretch, ...newIds(chance) }];
  });
}

function writeCaseEvent(demoCase: DemoCase, caseEvent: DemoCaseEvent, chance: Chance): OutBatch {
  const { traceId, spanId } = newIds(chance);
  const attributes: PlainAttributes = {
    case_id: demoCase.caseId,
    customer_id: demoCase.customer.id,
    "case.event": caseEvent.name,
    ...(caseEvent.method !== undefined && { "case.closure.method": caseEvent.method }),
    ...(caseEvent.evidence !== undefined && { "case.closure.evidence": caseEvent.evidence }),
    ...(caseEvent.csat !== undefined && { "csat.score": caseEvent.csat }),
    ...(caseEvent.reason !== undefined && { "sla.pause_reason": caseEvent.reason }),
    ...(demoCase.slaDueUs !== null && { "sla.due": rfc3339(demoCase.slaDueUs) }),
  };
  const times = { startUs: caseEvent.atUs, endUs: caseEvent.atUs + 40_000 };
  const span = { traceId, spanId: spanId(), name: `case ${caseEvent.name}`, ...times, attributes };
  return { resource: { "service.name": "crm-sync" }, scope: "crm-sync", spans: [span] };
}
