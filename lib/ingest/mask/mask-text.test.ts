import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "@/lib/testing/runs";
import { createTextMasker } from "./mask-text";
import { testPseudonymise } from "@/lib/testing/test-pseudonymise";

const masker = createTextMasker(testPseudonymise);

/** The masked text with each pseudonym reduced to its type. */
function shown(text: string, keyHint?: string): string {
  const { text: masked } = masker.mask(text, keyHint === undefined ? undefined : { keyHint });
  return masked.replace(/<([A-Z]+):[0-9a-f]{16}>/g, "<$1>");
}

function pseudonyms(text: string, keyHint?: string): string[] {
  return masker
    .mask(text, keyHint === undefined ? undefined : { keyHint })
    .found.map(({ pseudonym }) => pseudonym);
}

describe("what is masked", () => {
  it.each([
    ["4111 1111 1111 1111", "<CARD>"],
    ["pay with 378282246310005.", "pay with <CARD>."],
    ["5500-0055-5555-5559 and 4111111111111111", "<CARD> and <CARD>"],
    ["GB82 WEST 1234 5698 7654 32", "<IBAN>"],
    ["DE89 3704 0044 0532 0130 00 please", "<IBAN> please"],
    ["to de89370400440532013000,", "to <IBAN>,"],
    ["my ssn is 123-45-6789", "my ssn is <SSN>"],
    ["social security number: 123456789", "social security number: <SSN>"],
    ["last four of my SSN are 8145", "last four of my SSN are <SSN>"],
    ["write to Jane.Doe+x@Example.co.uk.", "write to <EMAIL>."],
    ["123-45-6789 123-45-6788; 4155550100 415-555-0100", "<SSN> <SSN>; 4155550100 <PHONE>"],
    ["it is jane at example dot com", "it is <EMAIL>"],
    ["+44 20 7946 0958", "<PHONE>"],
    ["+1 415 555 0100 2 days ago", "<PHONE> 2 days ago"],
    ["(415) 555-0100 or 415.555.0100", "<PHONE> or <PHONE>"],
    ["020 7946 0958, 0171/1234567", "<PHONE>, <PHONE>"],
    ["call me back at 4155550100", "call me back at <PHONE>"],
    ["my phone number is 98765 43210", "my phone number is <PHONE>"],
    ["9876543210 is my cell", "<PHONE> is my cell"],
    ["from 10.1.2.3 and 2001:db8::1", "from <IP> and <IP>"],
    ["account number 3327691898", "account number <ACCOUNT>"],
    ["policy # POL-884-22191, passport X1234567", "policy # <ACCOUNT>, passport <ACCOUNT>"],
    ["AKIAIOSFODNN7EXAMPLE", "<KEY>"],
    ["AKIAIOSFODNNQEXAMPLE", "<KEY>"],
    ["use sk-proj-abcd1234efgh5678 now", "use <KEY> now"],
    ["password is hunter2, ok", "password is <KEY>, ok"],
    ['api_key="abc 123"', 'api_key="<KEY>"'],
    ["Authorization: Bearer abcDEF123456.xyz", "Authorization: Bearer <TOKEN>"],
    ["Cookie: sid=abc123; theme=dark", "Cookie: <TOKEN>"],
    ["-----BEGIN RSA PRIVATE KEY-----\nMIIE1\n-----END RSA PRIVATE KEY-----", "<KEY>"],
    [
      "https://bob:s3cret@example.com/u/jane%40example.com?token=abc123def&phone=%2B14155550100",
      "https://<TOKEN>@example.com/u/<EMAIL>?token=<TOKEN>&phone=<PHONE>",
    ],
    [
      'cut off: {\\"password\\": \\"hunter2 yes\\", \\"ph',
      'cut off: {\\"password\\": \\"<KEY>\\", \\"ph',
    ],
  ])("masks %j as %j", (text, masked) => {
    expect(shown(text)).toBe(masked);
  });
});

describe("what stays readable", () => {
  it.each([
    "1795150332868",
    "order 7291 4455 1234 99",
    "4111 1111 1111 1112",
    "0000000000000000",
    "GB82 WEST 1234 5698 7654 33",
    "item 1631806422 of order #W2378156, reservation EHGLP3",
    "two orders on your account: #W2378156 and #W7043598",
    "the phone with item id 1631806422",
    "the payment method is credit_card_9513926",
    "2024-05-15T10:00:00+01:00 until 12:30:45",
    "reach me on 2024-05-15",
    "1589465205000000000 ns, 1589465205000000 us",
    "(1859 - 140) + (1679 - 101) = 3297",
    "$1,234.56, 0.4111111111111111 and 99.99%",
    "v1.2.3.4, version 1.2.3.4, Chrome/120.0.0.0, 127.0.0.1 and 0.0.0.0",
    "550e8400-e29b-41d4-a716-446655440000",
    "4bf92f3577b34da6a3ce929d0e0e4736",
    "basic economy, Basic Economy, the bearer of news",
    "max_tokens=512, token: 512, input tokens: 1234567",
    "password: required. Your password is incorrect.",
    "<EMAIL_ADDRESS> [REDACTED] *** __REDACTED__ XXX-XX-1234 <PHONE:3f9a0c1b2d4e5f60>",
    "call <PHONE:1234567890123456> or password=<KEY:0123456789012345>",
    "icon@2x.png and react@18.2.0",
  ])("leaves %j alone", (text) => {
    expect(masker.mask(text)).toEqual({ text, found: [] });
  });
});

describe("equality", () => {
  it.each([
    [["+1 (415) 555-0100", "415-555-0100", "phone 4155550100", "1.415.555.0100", "%2B14155550100"]],
    [["+44 20 7946 0958", "020 7946 0958", "0044 20 7946 0958", "+44 (0)20 7946 0958"]],
    [["4111 1111 1111 1111", "4111-1111-1111-1111", "4111111111111111"]],
    [["GB82 WEST 1234 5698 7654 32", "gb82west12345698765432"]],
    [["Jane@Example.com", "jane%40example.com", "jane at example dot com"]],
    [["ssn 123456789", "123-45-6789", "123 45 6789"]],
    [["2001:db8::1", "2001:0DB8:0:0:0:0:0:1"]],
  ])("gives %j one pseudonym", (spellings) => {
    expect(new Set(spellings.flatMap((text) => pseudonyms(text))).size).toBe(1);
    expect(spellings.map((text) => pseudonyms(text).length)).toEqual(spellings.map(() => 1));
  });

  it("gives a value the same pseudonym as JSON number, string and words", () => {
    const json = '{"phone_number":4155550100,"note":"call (415) 555-0100","order_id":"4155550100"}';
    expect(pseudonyms(json)).toEqual([
      ...pseudonyms("+14155550100"),
      ...pseudonyms("+14155550100"),
    ]);
    expect(shown(json)).toBe(
      '{"phone_number":"<PHONE>","note":"call <PHONE>","order_id":"4155550100"}',
    );
  });
});

describe("what the key says", () => {
  it.each([
    ["call.participant_phone_number", "4155550100", "<PHONE>"],
    ["x-api-key", "whatever it is", "<KEY>"],
    ["http.request.header.authorization", "Basic dXNlcjpwYXNz", "Basic <TOKEN>"],
    ["set-cookie", "sid=abc; Path=/", "<TOKEN>"],
    ["ssn", "123456789", "<SSN>"],
    ["card_number", "1234 5678 1234 5678", "<CARD>"],
    ["memberId", "AB12C3456", "<ACCOUNT>"],
    ["gen_ai.usage.input_tokens", "1234567", "1234567"],
    ["llm.token_count.prompt", "1234567", "1234567"],
    ["item_id", "4155550100", "4155550100"],
    ["service.version", "10.1.2.3", "10.1.2.3"],
  ])("under %s %j becomes %j", (key, text, masked) => {
    expect(shown(text, key)).toBe(masked);
  });
});

describe("any text", () => {
  const fragments = fc.constantFrom(
    ..."4111111111111111|+44 20 7946 0958|jane@example.com|123-45-6789|DE89370400440532013000|10.1.2.3".split(
      "|",
    ),
    ...'password=|Bearer |abcDEF123456|://u:p|@|%40|\\n|"|{|}|<|>|: |&|=|-|.| |call me at |4155550100'.split(
      "|",
    ),
    "<PHONE:1234567890123456>",
    "ssn ",
  );
  const texts = fc
    .array(fc.oneof(fragments, fc.string()), { maxLength: 12 })
    .map((parts) => parts.join(""));

  it("is the same masked twice as masked once", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = masker.mask(text).text;
        expect(masker.mask(once)).toEqual({ text: once, found: [] });
      }),
      { numRuns: runs(2000) },
    );
  });

  it("has each finding at its place", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const masked = masker.mask(text);
        for (const { type, pseudonym, start } of masked.found) {
          expect(masked.text.startsWith(`<${type}:${pseudonym}>`, start)).toBe(true);
        }
      }),
    );
  });
});
