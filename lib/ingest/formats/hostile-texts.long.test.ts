import { expect, it } from "vitest";
import { decodeAll } from "@/lib/testing/spans/decode-all";
import { otlpRequest } from "@/lib/testing/spans/otlp";
import { scanFile } from "@/lib/testing/hostile/scan-file";
import { hostileTexts } from "@/lib/testing/hostile/texts";
import { otlpJson } from "./otlp-json";

const place = { traceId: "a".repeat(32), spanId: "b".repeat(16), startUs: 1_767_600_000_000_000 };

it.each(hostileTexts)("a file is read to its end: $name", async ({ of }) => {
  const text = of(200_000);
  scanFile(text);
  const request = otlpRequest([{ ...place, name: "message", attributes: { said: text } }]);
  const [item] = await decodeAll(otlpJson, JSON.stringify(request));
  expect(item?.type === "span" && item.span.attributes.get("said")).toBe(text);
});
