import { rfc3339 } from "../calendar";
import type { OutSpan, PlainAttributes } from "./otlp";
import { argsOf, resultOf } from "./steps";
import { identityOf, caseEventsOf, scoreEvents, slaAttributes, type Writer } from "./writer";

/** A help desk's export of human agents: an interaction, its messages and the agent's acts. */
export const writePlainMessages: Writer = (stretch) => {
  const { contact, traceId, spanId, startUs, endUs, turns } = stretch;
  const rootId = spanId();
  const root: OutSpan = {
    traceId,
    spanId: rootId,
    name: "interaction",
    startUs,
    endUs,
    attributes: {
      ...identityOf(stretch, contact.channel),
      interaction_id: contact.interactionId,
      ...slaAttributes(stretch, rfc3339),
    },
    events: [...caseEventsOf(stretch), ...scoreEvents(stretch)],
  };
  const children = turns.flatMap((turn): readonly OutSpan[] => {
    if (turn.who === "search") return [];
    const child = { traceId, spanId: spanId(), parentSpanId: rootId, startUs: turn.atUs };
    if (turn.who !== "tool") {
      const attributes = { "message.role": turn.who, "message.content": turn.text };
      return [{ ...child, name: "message", endUs: turn.atUs + 500_000, attributes }];
    }
    const { tool } = turn;
    const attributes: PlainAttributes = {
      "gen_ai.operation.name": "execute_tool",
      "gen_ai.tool.name": tool.name,
      "gen_ai.tool.call.arguments": argsOf(tool),
      "gen_ai.tool.call.result": resultOf(tool),
      ...(tool.url !== null && { "url.full": tool.url }),
    };
    const name = `execute_tool ${tool.name}`;
    return [{ ...child, name, endUs: turn.atUs + 350_000, attributes, isError: tool.isError }];
  });
  const resource = { "service.name": "helpdesk" };
  return [{ resource, scope: "helpdesk", spans: [root, ...children] }];
};
