import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { prepareSpan } from "@/lib/ingest/prepare-span";
import { decodeAll } from "@/lib/testing/spans/decode-all";
import { otlpRequest, type PlainSpan } from "@/lib/testing/spans/otlp";
import { formatTexts } from "@/lib/testing/hostile/format-texts";
import { requireShared } from "@/lib/testing/shared/require-shared";
import { testPseudonymise } from "@/lib/testing/test-pseudonymise";
import { otlpJson } from "../formats/otlp-json";
import { findEncoded } from "./find/find-encoded";
import { findFormats } from "./find/find-formats";
import { formatRows, readableRows, type FormatRow } from "./formats.test-data";
import { createMasker } from "./masker";

const masker = createMasker(testPseudonymise);
const preparation = {
  settings: defaultSettings,
  masker,
  hash: (text: string) => createHash("sha256").update(text).digest("hex"),
  utteranceHashes: new WeakMap(),
};

/** Everything that would be stored of a span with these attributes. */
async function stored(attributes: NonNullable<PlainSpan["attributes"]>): Promise<string> {
  const span = { traceId: "ab".repeat(16), spanId: "cd".repeat(8), startUs: 1e15, attributes };
  const items = await decodeAll(otlpJson, JSON.stringify(otlpRequest([span])));
  const item = items.find(({ type }) => type === "span");
  if (item?.type !== "span") throw new Error("The span was not read.");
  const prepared = prepareSpan(item.span, item.findings, preparation);
  return JSON.stringify({ ...prepared, detail: JSON.parse(prepared.detail) as unknown });
}

const message = (text: string) =>
  JSON.stringify([{ role: "user", parts: [{ type: "text", content: text }] }]);

/** As a customer's message, under a neutral key, in a tool's arguments, and as bytes. */
const places: Readonly<Record<string, (text: string) => NonNullable<PlainSpan["attributes"]>>> = {
  message: (text) => ({
    "gen_ai.operation.name": "chat",
    "gen_ai.input.messages": message(text),
  }),
  attribute: (text) => ({ "app.value": text }),
  arguments: (text) => ({
    "gen_ai.operation.name": "execute_tool",
    "gen_ai.tool.call.arguments": JSON.stringify({ query: text }),
  }),
  bytes: (text) => ({ payload: Buffer.from(text), encoded: Buffer.from(text).toString("base64") }),
};

async function leftOf({ kind, text, secrets }: FormatRow): Promise<string[]> {
  const left: string[] = [];
  for (const [place, attributesOf] of Object.entries(places)) {
    const found = await stored(attributesOf(text));
    const written = secrets.map((secret) => JSON.stringify(secret).slice(1, -1));
    if (written.some((secret) => found.includes(secret))) left.push(`${kind} in ${place}`);
  }
  return left;
}

async function leftOfAll(rows: readonly FormatRow[]): Promise<string[]> {
  return (await Promise.all(rows.map(leftOf))).flat();
}

describe("the formats of personal data", () => {
  it("of the shared list are masked wherever they stand", async () => {
    const path = requireShared("fixtures/pii-formats.json");
    const file = z.object({
      formats: z.array(
        z.object({ kind: z.string(), text: z.string(), secrets: z.array(z.string()) }),
      ),
    });
    const { formats } = file.parse(JSON.parse(readFileSync(path, "utf8")));
    expect(formats.length).toBeGreaterThanOrEqual(67);
    expect(await leftOfAll(formats)).toEqual([]);
  });

  it("of our own list are masked wherever they stand", async () => {
    expect(formatRows.length).toBeGreaterThanOrEqual(60);
    expect(await leftOfAll(formatRows)).toEqual([]);
  });

  it.each(readableRows)("are left readable on purpose: $kind", async ({ text, secrets }) => {
    const found = await stored({ "order.ref": text });
    for (const secret of secrets) expect(found).toContain(secret);
  });

  it("as digits alone are read by their key", async () => {
    const number = "4155550100";
    const read = async (key: string) => (await stored({ [key]: number })).includes(number);
    expect(await Promise.all(["note", "query", "app.value", "dialled"].map(read))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(
      await Promise.all(["item_id", "order.number", "created_at", "total_bytes"].map(read)),
    ).toEqual([true, true, true, true]);
  });
});

describe("finding formats", () => {
  it.each(formatTexts)("comes to its end: $name", ({ of }) => {
    const text = of(24_000);
    const found = [...findFormats(text), ...findEncoded(text, () => [])];
    expect(
      found.filter(({ start, end }) => start < 0 || end <= start || end > text.length),
    ).toEqual([]);
  });
});
