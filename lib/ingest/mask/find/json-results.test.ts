import { describe, expect, it } from "vitest";
import { testPseudonymise } from "@/lib/testing/test-pseudonymise";
import { createTextMasker } from "../mask-text";

const masker = createTextMasker(testPseudonymise);

function shown(text: string, keyHint?: string): string {
  const { text: masked } = masker.mask(text, keyHint === undefined ? undefined : { keyHint });
  return masked.replace(/<([A-Z_]+):[0-9a-f]{16}>/g, "<$1>");
}

/** A result with a fraction as long as those that adding prices gives. */
const refunded =
  '{"line1": "x", "address2": "Unit 31", "town": "Leeds", "zip": "90417", "due": 0.1000000000000000055, "note": null}';

describe("a tool's result", () => {
  it("is read by its keys however many digits a fraction has", () => {
    expect(shown(refunded)).toBe(
      '{"line1":"x","address2":"<ADDRESS>","town":"Leeds","zip":"<ADDRESS>","due":0.1,"note":null}',
    );
  });

  it("is masked alike as a span's output and as a message of a prompt", () => {
    expect(shown(refunded, "tool.output")).toBe(shown(refunded));
  });

  it("keeps long integers, also negative ones and those in a list", () => {
    const text = '{"ids":[12345678901234567890,-12345678901234567890],"mail":"jo@example.com"}';
    expect(shown(text)).toBe(text.replace("jo@example.com", "<EMAIL>"));
  });

  it.each([
    '{"fares of Paris and Rome for Anna Berger": 3}',
    '{"Victoria": 2, "Charlotte": 1}',
    '{"Madison Avenue near the park": true}',
  ])("keeps its property names: %j", (text) => {
    expect(shown(text)).toBe(text);
  });

  it.each([
    ['{"ada@example.com": 1}', '{"<EMAIL>":1}'],
    ['{"+44 20 7946 0958": 1}', '{"<PHONE>":1}'],
    ['{"ada_lovelace_2210": 1}', '{"<ACCOUNT>":1}'],
  ])("masks a property name that is somebody's: %j", (text, masked) => {
    expect(shown(text)).toBe(masked);
  });

  it.each([
    ['{"first_name": "Bo", "last_name": "Ek"}', '{"first_name":"<PERSON>","last_name":"<PERSON>"}'],
    ['{"last_name": "Ng", "state": "NV"}', '{"last_name":"<PERSON>","state":"NV"}'],
  ])("masks a name of two letters under its key: %j", (text, masked) => {
    expect(shown(text)).toBe(masked);
  });
});

describe("JSON that cannot be parsed", () => {
  it.each([
    [
      "cut off",
      '{"first_name": "Bo", "last_name": "Ek", "city": "Leeds", "zip": "90417", "items": [{"na',
      '{"first_name": "<PERSON>", "last_name": "<PERSON>", "city": "Leeds", "zip": "<ADDRESS>", "items": [{"na',
    ],
    [
      "cut off in a value",
      '{"address2": "Suite 12", "last_name": "Ekstr',
      '{"address2": "<ADDRESS>", "last_name": "<PERSON>',
    ],
    [
      "with a quote too many",
      '{"note": "the 15" one", "passenger": {"first_name": "Bo"}, "ok": true}',
      '{"note": "the 15" one", "passenger": {"first_name": "<PERSON>"}, "ok": true}',
    ],
    [
      "with a comment",
      '{"dob": "1985-02-03", // as given\n "last_name": "Ek"}',
      '{"dob": "<BIRTH_DATE>", // as given\n "last_name": "<PERSON>"}',
    ],
  ])("is read by its keys: %s", (_, text, masked) => {
    expect(shown(text)).toBe(masked);
  });

  it("is read in time that grows as its length does", () => {
    const hostile = [
      '{"a":"' + '\\"'.repeat(100_000),
      '{"' + '":"'.repeat(60_000),
      "[" + '"'.repeat(100_001),
    ];
    for (const text of hostile) expect(masker.mask(text).text).toBe(text);
  });
});
