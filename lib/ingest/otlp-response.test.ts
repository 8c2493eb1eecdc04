import { describe, expect, it } from "vitest";
import { otlpSchema } from "@/lib/testing/spans/otlp-schema";
import { encodeExportResponse, encodeStatus } from "./otlp-response";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("the answer to an export request", () => {
  it("leaves partial success unset on full success", () => {
    expect(text(encodeExportResponse(null, "json", "traces"))).toBe("{}");
    expect(encodeExportResponse(null, "protobuf", "traces")).toHaveLength(0);
  });

  it.each([0, 1, 127, 128, 300, 2 ** 32, 2 ** 40 + 1])("counts %d refused spans", (count) => {
    const partial = { rejected: count, errorMessage: "é: ".repeat(100) };
    expect(JSON.parse(text(encodeExportResponse(partial, "json", "traces")))).toEqual({
      partialSuccess: { rejectedSpans: String(count), errorMessage: partial.errorMessage },
    });
    const decoded = otlpSchema.response.decode(encodeExportResponse(partial, "protobuf", "traces"));
    const { partialSuccess } = decoded.toJSON();
    expect(partialSuccess).toEqual({
      ...(count === 0 ? {} : { rejectedSpans: String(count) }),
      errorMessage: partial.errorMessage,
    });
  });

  it("is a google.rpc.Status where the request failed", () => {
    const status = { code: 14, message: "busy" };
    expect(JSON.parse(text(encodeStatus(status, "json")))).toEqual(status);
    const decoded = otlpSchema.status.decode(encodeStatus(status, "protobuf"));
    expect(decoded.toJSON()).toEqual(status);
  });
});
