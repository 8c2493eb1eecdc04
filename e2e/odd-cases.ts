import { channels, type Channel } from "@/lib/domain/trace/channel";
import { otlpRequest, type OtlpRequest, type PlainSpan } from "@/lib/testing/spans/otlp";

const minuteUs = 60_000_000;
const dayUs = 1440 * minuteUs;

type OddCase = {
  readonly caseId: string;
  readonly touches: number;
  readonly channels: readonly Channel[];
  readonly messagesEach: number;
  readonly hasCustomer: boolean;
  readonly isClosed: boolean;
  /** Clock skew of every second contact. */
  readonly skewUs: number;
};

const plain: Omit<OddCase, "caseId"> = {
  touches: 2,
  channels: ["chat", "voice"],
  messagesEach: 6,
  hasCustomer: true,
  isClosed: true,
  skewUs: 0,
};

/** Edge cases for pages. */
export const oddCases: readonly OddCase[] = [
  { ...plain, caseId: "odd-1-touch", touches: 1, channels: ["email"] },
  { ...plain, caseId: "odd-40-touches", touches: 40, channels: ["chat", "voice", "sms"] },
  { ...plain, caseId: "odd-5-channels", touches: 5, channels: channels.slice(0, 5) },
  { ...plain, caseId: "odd-500-messages", touches: 5, messagesEach: 100 },
  { ...plain, caseId: "odd-10000-messages", touches: 20, messagesEach: 500 },
  { ...plain, caseId: "odd-no-customer", hasCustomer: false },
  { ...plain, caseId: "odd-clock-skew", touches: 4, skewUs: 3 * dayUs },
  { ...plain, caseId: "odd-still-open", touches: 3, isClosed: false },
  // Names of what every object has.
  { ...plain, caseId: "constructor" },
  { ...plain, caseId: "__proto__" },
];

/** The trace of spans without a case. */
export const unassignedTraceId = "0dd".padStart(32, "f");

/**
 * The odd cases as export requests, and one trace whose spans name no case.
 * @param nowUs microseconds since 1970; open cases had their last contact the day before
 */
export function oddRequests(nowUs: number): OtlpRequest[] {
  const requests = oddCases.map((odd, at) => {
    const lastUs = nowUs - (odd.isClosed ? 40 : 1) * dayUs;
    return otlpRequest(
      Array.from({ length: odd.touches }, (_, touch) => contact(odd, at, touch, lastUs)).flat(),
    );
  });
  const lost = Array.from({ length: 12 }, (_, line) => ({
    ...message({ trace: unassignedTraceId, line, startUs: nowUs - 9 * dayUs }),
    attributes: { channel: "chat", ...words(line) },
  }));
  return [...requests, otlpRequest(lost)];
}

function contact(odd: OddCase, at: number, touch: number, lastUs: number): PlainSpan[] {
  const trace = `${String(at)}c${String(touch)}`.padStart(32, "0");
  const back = (odd.touches - 1 - touch) * 1.3 * dayUs + (touch % 2) * odd.skewUs;
  const startUs = Math.floor(lastUs - back);
  const isLast = touch === odd.touches - 1;
  return Array.from({ length: odd.messagesEach }, (_, line) => ({
    ...message({ trace, line, startUs }),
    attributes: {
      case_id: odd.caseId,
      ...(odd.hasCustomer ? { customer_id: `cust-${odd.caseId}` } : {}),
      intent: "billing_error",
      channel: odd.channels[touch % odd.channels.length] ?? "chat",
      interaction_id: `${odd.caseId}-${String(touch)}`,
      "agent.kind": touch % 2 === 0 ? "ai" : "human",
      ...words(line),
      ...(isLast && odd.isClosed && line === odd.messagesEach - 1
        ? { "case.event": "closed", "case.closure.method": "agent_resolve" }
        : {}),
    },
  }));
}

function message(from: {
  readonly trace: string;
  readonly line: number;
  readonly startUs: number;
}) {
  const { trace, line, startUs } = from;
  const spanId = `${trace.slice(-8)}${String(line)}`.padStart(16, "e");
  return { traceId: trace, spanId, name: "message", startUs: startUs + (line * minuteUs) / 2 };
}

function words(line: number): Readonly<Record<string, string>> {
  const said = [
    "My bill for line 4471 is still wrong. I was promised a credit of 20 euros.",
    "I see the charge. Could you give me your account number, please?",
    "It is 88213004. That is the second time I am asked for it.",
    "Thank you. I will credit the 20 euros by Friday.",
  ];
  const role = line % 2 === 0 ? "customer" : "agent";
  return {
    "message.role": role,
    "message.content": `${said[line % 4] ?? ""} (${String(line + 1)})`,
  };
}
