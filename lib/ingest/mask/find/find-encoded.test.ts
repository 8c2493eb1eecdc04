import { createHash } from "node:crypto";
import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/testing/seeded-random";
import { testPseudonymise } from "@/lib/testing/test-pseudonymise";
import { createTextMasker } from "../mask-text";

const masker = createTextMasker(testPseudonymise);
const mail = `<EMAIL:${testPseudonymise("EMAIL", "jane.doe@example.com")}>`;
const said = "write to jane.doe@example.com, please";
const random = seededRandom(7);
const base64 = (text: string | Buffer): string => Buffer.from(text).toString("base64");
const bytes = (count: number): Buffer => Buffer.from(random.hex(2 * count), "hex");

describe("an encoded text with a mail address in it", () => {
  it.each([
    ["base64", base64(said), mail],
    ["base64 without padding", base64(said).replaceAll("=", ""), mail],
    [
      "URL-safe base64",
      `?q=${Buffer.from(`ÿþ ${said}`).toString("base64url")}&page=2`,
      `?q=${mail}&page=2`,
    ],
    ["a data: URI", `data:text/plain;base64,${base64(said)}`, `data:text/plain;base64,${mail}`],
    ["a path's part", `/v1/${base64("jane.doe@example.com")}/x`, `/v1/${mail}/x`],
    ["base64 in base64", base64(base64(said)), mail],
    ["base64 in lines", base64(`${"words ".repeat(10)} ${said}`).replace(/.{76}/, "$&\r\n"), mail],
    [
      "base64 whose last line is short",
      base64(`${"words ".repeat(6)}  jane.doe@example.com`).replace(/.{76}/, "$&\r\n"),
      mail,
    ],
    [
      "base64 before a line of words",
      `${base64(`${"words ".repeat(6)} jane.doe@example.com`).slice(0, 76)}\nThanks`,
      `${mail}\nThanks`,
    ],
    ["base64 that was cut", base64(`${said} ${"é".repeat(9)}`).slice(0, -3), mail],
    ["UTF-16", base64(Buffer.from(said, "utf16le")), mail],
    ["hexadecimal", Buffer.from(said).toString("hex"), mail],
    ["JSON in base64", base64(JSON.stringify({ note: said })), mail],
    ["base64 in JSON", JSON.stringify({ body: base64(said) }), JSON.stringify({ body: mail })],
    [
      "bytes around it",
      base64(Buffer.concat([Buffer.from([0, 8, 200]), Buffer.from(said), bytes(9)])),
      mail,
    ],
  ])("is masked as the address in %s", (_, text, masked) => {
    expect(masker.mask(text).text).toBe(masked);
  });
});

describe("bytes that are no text", () => {
  it.each([
    ["gzip", base64(gzipSync(said)), gzipSync(said).length],
    ["zlib", base64(deflateSync(said)), deflateSync(said).length],
    ["others", base64(bytes(120)), 120],
    ["many", base64(bytes(9000)), 9000],
    ["hexadecimal", random.hex(400), 200],
  ])("(%s) are left out with their size", (_, encoded, size) => {
    const text = `{"image":"data:image/png;base64,${encoded}","page":2}`;
    expect(masker.mask(text).text).toBe(
      `{"image":"data:image/png;base64,[binary data, ${String(size)} bytes]","page":2}`,
    );
  });
});

describe("what only looks encoded", () => {
  const digest = (algorithm: string) => createHash(algorithm).update(said);
  it.each([
    "internationalisation of misunderstandings",
    "/usr/local/lib/node_modules/throughline/index",
    "camelCaseIdentifiersAreLongWordsToo_and_snake_case_ones",
    random.hex(16),
    random.hex(32),
    "550e8400-e29b-41d4-a716-446655440000",
    `call_${random.hex(24)}`,
    "chatcmpl-A1b2C3d4E5f6G7h8I9j0K1l2M3n4O",
    "01ARZ3NDEKTSV4RRFFQ69G5FAV",
    digest("sha1").digest("hex"),
    digest("sha256").digest("hex"),
    digest("sha512").digest("hex"),
    digest("sha256").digest("base64"),
    digest("sha512").digest("base64url"),
    base64('{"page":2,"limit":50,"sort":"newest"}'),
    base64("An ordinary sentence, said by nobody in particular."),
    "-".repeat(300),
    "=".repeat(300),
    "a".repeat(300),
  ])("stays as it is: %s", (text) => {
    expect(masker.mask(text)).toEqual({ text, found: [] });
    expect(masker.mask(text, { keyHint: "x.ref" })).toEqual({ text, found: [] });
  });
});
