import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { otlpRequest, type PlainSpan } from "@/lib/testing/spans/otlp";
import { seededRandom, type SeededRandom } from "@/lib/testing/seeded-random";

export type MessageExport = {
  readonly spans: number;
  readonly spansPerCase: number;
  /** Makes case ids unique across exports. */
  readonly prefix: string;
  readonly spansPerTrace: number;
};

const spansPerRequest = 25;
const firstUs = 1_767_600_000_000_000;
const wordsPerMessage = 12;

/** Writes an export of plain message spans of about 500 bytes, each with a unique text, one request per line. */
export async function writeMessageExport(path: string, shape: MessageExport): Promise<void> {
  const random = seededRandom(shape.spans);
  const file = createWriteStream(path);
  let traceId = "";
  for (let index = 0; index < shape.spans; index += spansPerRequest) {
    const spans: PlainSpan[] = [];
    const end = Math.min(index + spansPerRequest, shape.spans);
    for (let each = index; each < end; each += 1) {
      if (each % shape.spansPerTrace === 0) traceId = random.hex(32);
      spans.push(messageSpan(each, traceId, shape, random));
    }
    const line = `${JSON.stringify(otlpRequest(spans, { scope: "helpdesk" }))}\n`;
    if (!file.write(line)) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
}

function messageSpan(
  index: number,
  traceId: string,
  { prefix, spansPerCase }: MessageExport,
  random: SeededRandom,
): PlainSpan {
  const caseIndex = Math.floor(index / spansPerCase);
  return {
    traceId,
    spanId: random.hex(16),
    name: "message",
    startUs: firstUs + index * 1_000_000,
    attributes: {
      case_id: `${prefix}-${String(caseIndex)}`,
      customer_id: `${prefix}-customer-${String(Math.floor(caseIndex / 2))}`,
      channel: "sms",
      "message.role": index % 2 === 0 ? "customer" : "agent",
      "message.content": sentence(random),
    },
  };
}

const words =
  "order parcel refund address delivery account invoice number please thanks waiting again today tomorrow colleague shipped received broken wrong size colour payment card change cancel".split(
    " ",
  );

function sentence(random: SeededRandom): string {
  const said = Array.from({ length: wordsPerMessage }, () => random.pick(words));
  return `${said.join(" ")} ${random.hex(12)}`;
}
