import { createWriteStream } from "node:fs";
import { once } from "node:events";

const dayMs = 86_400_000;
const spansPerTrace = 20;
const text = "The router blinks red since this morning and nothing we tried has helped so far. ";

/**
 * Writes an OTLP export of about the given size: one request per line, one chat per trace, four traces per case.
 * @param prefix hex digits that begin every trace id, so that two exports share no span
 * @returns number of spans
 */
export async function writeLargeExport(
  path: string,
  { bytes, prefix, nowMs }: { bytes: number; prefix: string; nowMs: number },
): Promise<number> {
  const out = createWriteStream(path);
  let written = 0;
  let traces = 0;
  for (; written < bytes; traces += 1) {
    const line = `${JSON.stringify(requestOf(traces, prefix, nowMs - 60 * dayMs))}\n`;
    written += line.length;
    if (!out.write(line)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  return traces * spansPerTrace;
}

function requestOf(index: number, prefix: string, firstMs: number): object {
  const caseId = `${prefix}-${String(Math.floor(index / 4))}`;
  const traceId = `${prefix}${index.toString(16).padStart(32 - prefix.length, "0")}`;
  const spanIdOf = (at: number) =>
    `${index.toString(16).padStart(8, "0")}${(at + 1).toString(16).padStart(8, "0")}`;
  const startMs = firstMs + index * 60_000;
  const spans = Array.from({ length: spansPerTrace }, (_, at) => ({
    traceId,
    spanId: spanIdOf(at),
    parentSpanId: at === 0 ? "" : spanIdOf(0),
    name: at === 0 ? "invoke_agent support" : "chat",
    startTimeUnixNano: String(BigInt(startMs + at * 1000) * 1_000_000n),
    endTimeUnixNano: String(BigInt(startMs + at * 1000 + 900) * 1_000_000n),
    attributes: attributesOf({
      case_id: caseId,
      customer_id: `${prefix}-customer-${String(Math.floor(index / 8))}`,
      channel: "chat",
      "gen_ai.operation.name": at === 0 ? "invoke_agent" : "chat",
      "gen_ai.input.messages": messageOf(
        "user",
        `${String(index)}/${String(at)} ${text.repeat(3)}`,
      ),
      "gen_ai.output.messages": messageOf("assistant", `Answer ${String(at)}: ${text.repeat(3)}`),
    }),
  }));
  const resource = { attributes: attributesOf({ "service.name": "support-agent" }) };
  return { resourceSpans: [{ resource, scopeSpans: [{ scope: { name: "large" }, spans }] }] };
}

function messageOf(role: string, content: string): string {
  return JSON.stringify([{ role, parts: [{ type: "text", content }] }]);
}

function attributesOf(values: Readonly<Record<string, string>>): object[] {
  return Object.entries(values).map(([key, stringValue]) => ({ key, value: { stringValue } }));
}
