import { otlpRequest, type OtlpRequest, type PlainSpan } from "./otlp";

export type SupportMessage = {
  readonly who: "customer" | "agent" | "tool";
  readonly text: string;
  /** The tool's own error flag. */
  readonly isError?: boolean;
};

export type SupportCase = {
  readonly caseId: string;
  /** Two or more hex digits that make its ids unique. */
  readonly idSuffix: string;
  readonly startUs: number;
  readonly messages: readonly SupportMessage[];
  readonly attributes?: NonNullable<PlainSpan["attributes"]>;
};

const stepUs = 15_000_000;

/** A case with one contact as one request: a root with identity, and its messages. */
export function supportCase(given: SupportCase): OtlpRequest {
  const { caseId, idSuffix, startUs, messages, attributes = {} } = given;
  const traceId = idSuffix.padStart(32, "a");
  const rootId = idSuffix.padStart(16, "a");
  const root: PlainSpan = {
    traceId,
    spanId: rootId,
    name: "interaction",
    startUs,
    endUs: startUs + messages.length * stepUs,
    attributes: { case_id: caseId, channel: "chat", ...attributes },
  };
  const children = messages.map((saying, index) => ({
    traceId,
    spanId: `${idSuffix}${String(index)}`.padStart(16, "b"),
    parentSpanId: rootId,
    startUs: startUs + index * stepUs,
    ...spanOf(saying),
  }));
  return otlpRequest([root, ...children]);
}

function spanOf({
  who,
  text,
  isError = false,
}: SupportMessage): Pick<PlainSpan, "name" | "attributes" | "status"> {
  if (who !== "tool") {
    return { name: "message", attributes: { "message.role": who, "message.content": text } };
  }
  return {
    name: "execute_tool refund_order",
    attributes: {
      "gen_ai.operation.name": "execute_tool",
      "gen_ai.tool.name": "refund_order",
      "gen_ai.tool.call.arguments": JSON.stringify({ order: "W123" }),
      "gen_ai.tool.call.result": text,
    },
    status: { code: isError ? 2 : 1 },
  };
}
