import { describe, expect, it } from "vitest";
import { jsonRequest, jsonSpan } from "@/lib/testing/spans/otlp-json";
import { encodeProtobuf } from "@/lib/testing/spans/otlp-schema";
import { decodeRequest } from "./decode-request";

const request = jsonRequest([jsonSpan({ traceId: "" }), jsonSpan()]);
const encoded = {
  json: new TextEncoder().encode(JSON.stringify(request)),
  protobuf: encodeProtobuf(request),
};
const encodings = ["json", "protobuf"] as const;

describe("the body of an export request", () => {
  it.each(encodings)("in %s gives its spans and refuses single ones", (encoding) => {
    const items = decodeRequest({ bytes: encoded[encoding], encoding });
    expect(items).toMatchObject([
      { type: "reject", reject: { place: "resourceSpans[0].scopeSpans[0].spans[0]", spans: 1 } },
      { type: "span", place: "resourceSpans[0].scopeSpans[0].spans[1]" },
    ]);
  });

  it.each(encodings)("in %s that is cut anywhere is refused whole", (encoding) => {
    const bytes = encoded[encoding];
    for (let length = 1; length < bytes.length; length++) {
      const cut = { bytes: bytes.subarray(0, length), encoding };
      expect(() => decodeRequest(cut)).toThrow(expect.objectContaining({ code: "invalid-input" }));
    }
  });

  it("may be without spans", () => {
    expect(decodeRequest({ bytes: new Uint8Array(0), encoding: "protobuf" })).toEqual([]);
    for (const text of ["{}", '{"resourceSpans":[]}', '{"resourceSpans":null}']) {
      expect(decodeJson(text)).toEqual([]);
    }
  });

  it.each(['{"new":1}', '{"resourceMetrics":[]}'])("warns where it is %s", (text) => {
    const reject = { place: "the request", spans: 0 };
    expect(decodeJson(text)).toMatchObject([{ type: "reject", reject }]);
  });

  it.each(["", "[]", "1", "null", '"{}"', "{", '{"resourceSpans":{}}', '{"resourceSpans":"x"}'])(
    "is refused where it is %j",
    (text) => {
      expect(() => decodeJson(text)).toThrow(expect.objectContaining({ code: "invalid-input" }));
    },
  );
});

function decodeJson(text: string) {
  return decodeRequest({ bytes: new TextEncoder().encode(text), encoding: "json" });
}
