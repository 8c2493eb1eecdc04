import { otlpRequest, type OtlpRequest } from "../spans/otlp";
import { supportCase } from "../spans/support-case";

/** Words that stand nowhere else, by what was said: each is masked by nothing and found by a plain search. */
export const said = {
  customer: "quibblewick",
  agent: "zanthorpian",
  detail: "snorklewatt",
  promise: "brindlefax",
  "tool's result": "vortimeric",
  "tool's error": "plimsorrel",
  "another judge": "grumblethwaite",
} as const;
export type Said = keyof typeof said;

export const saidCaseId = "said-1";

const hourUs = 3_600_000_000;

/** A case of the region EU, open since yesterday, in which each of the words was said. */
export function saidRequest(nowUs: number): OtlpRequest {
  const startUs = nowUs - 20 * hourUs;
  const attributes = {
    ...{ customer_id: "said-customer", region: "EU", intent: "billing_error", team: "billing" },
    "session.id": "said-session",
  };
  const first = supportCase({
    ...{ caseId: saidCaseId, idSuffix: "e1", startUs },
    attributes: { ...attributes, "agent.kind": "ai" },
    messages: [
      {
        who: "customer",
        text: `My ${said.customer} bill for order number ${said.detail}-4471 is wrong. Is this call recorded?`,
      },
      { who: "tool", text: JSON.stringify({ found: said["tool's result"] }) },
      { who: "agent", text: `I am an AI assistant, a ${said.agent} one. This call is recorded.` },
      { who: "agent", text: `I will credit 20 euros to your ${said.promise} account by tomorrow.` },
    ],
  });
  const ofFirst = {
    ...{ traceId: "e1".padStart(32, "a"), parentSpanId: "e1".padStart(16, "a") },
    startUs: startUs + 40_000_000,
  };
  const second = supportCase({
    ...{ caseId: saidCaseId, idSuffix: "e2", startUs: startUs + 5 * hourUs },
    attributes: { ...attributes, "agent.kind": "human", "session.id": "said-session-2" },
    messages: [
      { who: "customer", text: `I still have no credit for my ${said.customer}.` },
      { who: "agent", text: `What is your order number?` },
      { who: "customer", text: `It is ${said.detail}-4471, as I said already.` },
      { who: "agent", text: `That ${said.promise} credit was never made.` },
    ],
  });
  const spans = otlpRequest([
    {
      ...{ ...ofFirst, spanId: "e".repeat(16), name: "execute_tool refund_order" },
      startUs: startUs + 5_000_000,
      attributes: { "gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": "refund_order" },
      status: { code: 2, message: `The ${said["tool's error"]} is away.` },
    },
    {
      ...{ ...ofFirst, spanId: "f".repeat(16), name: "evaluation" },
      events: [
        {
          ...{ name: "gen_ai.evaluation.result", atUs: startUs + 40_000_000 },
          attributes: {
            ...{ "gen_ai.evaluation.name": "our_judge", "gen_ai.evaluation.score.value": 0.5 },
            "gen_ai.evaluation.explanation": `The agent named a ${said["another judge"]}.`,
          },
        },
      ],
    },
  ]);
  const requests = [first, second, spans];
  return { resourceSpans: requests.flatMap(({ resourceSpans }) => resourceSpans) };
}
