import { describe, expect, it } from "vitest";
import { decodeAll } from "@/lib/testing/spans/decode-all";
import { encodeProtobuf } from "@/lib/testing/spans/otlp-schema";
import {
  capturedLogs,
  readCaptured,
  readCapturedRequests,
} from "@/lib/testing/spans/captured-logs";
import { decodeRequest } from "../decode-request";
import type { DecodedItem } from "../format";
import { LoggedEvents } from "./logged-events";
import { otlpJson } from "../otlp-json";
import { otlpProtobuf } from "../otlp-protobuf";
import { recogniseFormat } from "../registry";

const traceId = "0af7651916cd43dd8448eb211c80319c";
const spanId = "b7ad6b7169203331";
const at = { traceId, spanId, timeUnixNano: "1790000000000000000" };

function bodyOf(logRecords: readonly object[]): Uint8Array {
  const resourceLogs = [{ scopeLogs: [{ scope: { name: "s" }, logRecords }] }];
  return Buffer.from(JSON.stringify({ resourceLogs }));
}

/** What is read of each event, without how its source was spelled. */
function eventsOf(items: readonly DecodedItem[]) {
  return items.flatMap((item) => {
    if (item.type !== "event") return [];
    const { source, attributes, resource, ...event } = item.event;
    return [
      { ...event, isKnown: source !== "", attributes: [...attributes], resource: [...resource] },
    ];
  });
}

describe("log events", () => {
  it("that an SDK sent as protobuf are read with their words, as in JSON", () => {
    const bytes = readCaptured(capturedLogs.protobuf);
    const items = decodeRequest({ bytes, encoding: "protobuf", signal: "logs" });
    const words = eventsOf(items).map(({ name, input, output, system }) => [
      name,
      system ?? input ?? output,
    ]);
    const call = { id: "call_1", name: "lookup_order", args: '{"order":"A-1001"}' };
    const damaged = { text: '{"order":"A-1001","state":"delivered, damaged"}' };
    const asked = {
      speaker: "customer",
      text: "Hello, my parcel arrived broken. I want my money back for order A-1001.",
    };
    const first = [
      ["gen_ai.system.message", "You help customers with refunds."],
      ["gen_ai.user.message", [asked]],
    ];
    expect(words).toEqual([
      ...first,
      ["gen_ai.choice", [{ speaker: "agent", text: "", toolCalls: [call] }]],
      ...first,
      ["gen_ai.assistant.message", [{ speaker: "agent", text: "", toolCalls: [call] }]],
      ["gen_ai.tool.message", [{ speaker: "tool", toolCallId: "call_1", ...damaged }]],
      [
        "gen_ai.choice",
        [
          {
            speaker: "agent",
            text: "Your order A-1001 arrived damaged, I am sorry. Shall I refund 49.90 EUR to your card?",
          },
        ],
      ],
    ]);
  });

  it.each([capturedLogs.chat, capturedLogs.responses])(
    "of %s are the same in both encodings",
    (name) => {
      for (const request of readCapturedRequests(name).logs) {
        const json = decodeRequest({
          ...{ bytes: Buffer.from(JSON.stringify(request)), encoding: "json", signal: "logs" },
        });
        const protobuf = decodeRequest({
          ...{ bytes: encodeProtobuf(request), encoding: "protobuf", signal: "logs" },
        });
        expect(eventsOf(json)).not.toEqual([]);
        expect(eventsOf(protobuf)).toEqual(eventsOf(json));
      }
    },
  );

  it("are read from files of either encoding, among traces", async () => {
    const bytes = readCaptured(capturedLogs.chat);
    const items = await decodeAll(otlpJson, bytes, [999]);
    const { logs, traces } = readCapturedRequests(capturedLogs.chat);
    expect(items.filter(({ type }) => type === "event")).toHaveLength(24);
    expect(items.filter(({ type }) => type === "span")).toHaveLength(6);
    const wire = Buffer.concat([...logs, traces].map(encodeProtobuf));
    expect(recogniseFormat(wire)).toBe(otlpProtobuf);
    const fromWire = await decodeAll(otlpProtobuf, wire, [77]);
    expect(eventsOf(fromWire)).toEqual(eventsOf(items));
    expect(fromWire.filter(({ type }) => type === "span")).toHaveLength(6);
  });

  it("keep the order of one instant by their place, and equal ones apart", () => {
    const said = (content: string) => ({
      ...at,
      eventName: "gen_ai.user.message",
      body: { kvlistValue: { values: [{ key: "content", value: { stringValue: content } }] } },
    });
    const bytes = bodyOf([said("yes"), said("no"), said("yes")]);
    const items = decodeRequest({ bytes, encoding: "json", signal: "logs" });
    expect(eventsOf(items).map(({ place, repeat }) => [place, repeat])).toEqual([
      [10_000, 0],
      [10_001, 0],
      [10_002, 1],
    ]);
  });

  it("that evaluate a span are kept with what they tell", () => {
    const name = { key: "gen_ai.evaluation.name", value: { stringValue: "Tact" } };
    const eventName = "gen_ai.evaluation.result";
    const records = [
      { ...at, eventName, attributes: [name] },
      { ...at, attributes: [name, { key: "event.name", value: { stringValue: eventName } }] },
      { ...at, eventName, body: { kvlistValue: { values: [name] } } },
    ];
    const items = decodeRequest({ bytes: bodyOf(records), encoding: "json", signal: "logs" });
    expect(eventsOf(items).map(({ attributes }) => new Map(attributes).get(name.key))).toEqual([
      "Tact",
      "Tact",
      "Tact",
    ]);
  });

  it("of a coding agent have the replies that its spans leave out, and none that it wrote for itself", () => {
    const record = (name: string, values: Readonly<Record<string, string>>) => ({
      ...at,
      body: { stringValue: `claude_code.${name}` },
      attributes: Object.entries({ "event.name": name, ...values }).map(([key, stringValue]) => ({
        key,
        value: { stringValue },
      })),
    });
    const bytes = bodyOf([
      record("user_prompt", { prompt: "Is the shop open?" }),
      record("assistant_response", { response: "Yes, until six.", query_source: "sdk" }),
      record("assistant_response", { response: "Until eight today." }),
      record("assistant_response", { response: "Opening hours", query_source: "session_title" }),
      record("assistant_response", { response_length: "15", query_source: "sdk" }),
      record("api_request", { model: "m", response: "200" }),
    ]);
    const items = decodeRequest({ bytes, encoding: "json", signal: "logs" });
    expect(eventsOf(items).map(({ output, input }) => [input, output])).toEqual([
      [null, [{ speaker: "agent", text: "Yes, until six." }]],
      [null, [{ speaker: "agent", text: "Until eight today." }]],
    ]);
  });

  it("are counted by reason where they are not kept", () => {
    const event = { ...at, eventName: "gen_ai.user.message" };
    const body = { stringValue: "Hello" };
    const bytes = bodyOf([
      { ...at, body: { stringValue: "cache warmed" } },
      { ...at, body: { stringValue: "request served" } },
      { ...event, body: { kvlistValue: { values: [] } } },
      { ...event, body, spanId: "" },
      { ...event, body, timeUnixNano: "0" },
      { ...event, body },
      { ...event, body, timeUnixNano: "0", observedTimeUnixNano: at.timeUnixNano },
    ]);
    const events = new LoggedEvents();
    const items = decodeRequest({ bytes, encoding: "json", signal: "logs" }, events);
    expect(items).toHaveLength(2);
    const unkept = events.takeUnkept();
    expect(unkept.count).toBe(5);
    expect(unkept.reason).toMatch(
      /\(2 records .*MESSAGE_CONTENT=true .*\(1\)\..* trace id, .*\(2 have/u,
    );
    expect(events.takeUnkept().count).toBe(0);
  });

  it("are refused whole where the body is no request for logs", () => {
    const bytes = Buffer.from('{"resourceLogs": 7}');
    expect(() => decodeRequest({ bytes, encoding: "json", signal: "logs" })).toThrow(
      /OTLP\/JSON .*logs/u,
    );
  });
});
