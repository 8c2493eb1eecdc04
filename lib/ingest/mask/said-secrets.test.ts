import { describe, expect, it } from "vitest";
import { testPseudonymise } from "@/lib/testing/test-pseudonymise";
import { createTextMasker } from "./mask-text";
import { requestsIn } from "./tagger/cues";
import type { TextPlace } from "./text-masker";

const masker = createTextMasker(testPseudonymise);

function shown(text: string, place: TextPlace = { requested: 0 }): string {
  return masker.mask(text, place).text.replace(/<([A-Z_]+):[0-9a-f]{16}>/g, "<$1>");
}

describe("an answer to a question for a secret", () => {
  it.each([
    ["Please enter the 6-digit code we sent you.", "839201", "<KEY>"],
    ["What is the verification code?", "it says 5512", "it says <KEY>"],
    ["What was the name of your first pet?", "it was buddy", "it was <KEY>"],
    ["And the answer to your security question?", "Fluffy", "<KEY>"],
    ["What is your security answer?", "It's pizza", "It's <KEY>"],
  ])("is masked: %j, %j", (question, answer, masked) => {
    expect(shown(answer, { requested: requestsIn(question) })).toBe(masked);
  });

  it.each([
    ["And your PIN?", "it is 4821", "it is <>"],
    ["Name, account number and PIN, please?", "Ann Lee, 12345678, 8712", "<>, <>, <>"],
  ])("is masked as whatever it looks like: %j, %j", (question, answer, masked) => {
    expect(shown(answer, { requested: requestsIn(question) }).replace(/<[A-Z]+>/g, "<>")).toBe(
      masked,
    );
  });

  it.each([
    ["What is your confirmation code?", "EHGLP3"],
    ["What is your favorite color?", "blue"],
    ["What was the name of your first pet?", "I don't remember"],
    ["What is your PIN?", "I have two cards, the blue one and another"],
  ])("is none, or asked for something else: %j, %j", (question, answer) => {
    expect(shown(answer, { requested: requestsIn(question) })).toBe(answer);
  });
});

describe("a security answer in a statement", () => {
  it.each([
    ["my first pet's name was rover", "my first pet's name was <KEY>"],
    ["Mother's maiden name: alexandria", "Mother's maiden name: <KEY>"],
    ["the code word is bluebird, thanks", "the code word is <KEY>, thanks"],
  ])("is masked: %j", (text, masked) => {
    expect(shown(text)).toBe(masked);
  });

  it("is masked whatever it is taken for", () => {
    expect(shown("my first dog was Buddy")).toMatch(/^my first dog was <[A-Z]+>$/);
    expect(shown("My mother's maiden name is alexander")).toMatch(/name is <[A-Z]+>$/);
  });

  it.each([
    "my first dog was sick",
    "my first school was amazing",
    "my first friend loves it",
    "the security answer is wrong",
    "my favorite teacher is in the other building",
  ])("is none: %j", (text) => {
    expect(shown(text)).toBe(text);
  });
});

describe("names in lower case, in JSON and in ids", () => {
  it.each([
    ['{"passengers": ["mia li", "noah brown"]}', '{"passengers":["<PERSON>","<PERSON>"]}'],
    ['{"passenger": "noah brown", "seat": "12A"}', '{"passenger":"<PERSON>","seat":"12A"}'],
    ['{"name": "mia li", "dob": "1990-05-12"}', '{"name":"<PERSON>","dob":"<BIRTH_DATE>"}'],
    ['{"user_id": "sophia_taylor_9065"}', '{"user_id":"<ACCOUNT>"}'],
    ["my user id is sophia_taylor_9065.", "my user id is <ACCOUNT>."],
    ["hi, i'm mia li", "hi, i'm <PERSON>"],
  ])("are masked: %j", (text, masked) => {
    expect(shown(text)).toBe(masked);
  });

  it.each([
    '{"name": "Action Camera", "price": 20}',
    "gift_card_7711863 and credit_card_1620755, rose_gold_64",
    "certificate_7473723, order_item_12, grace_period_30",
  ])("are not: %j", (text) => {
    expect(shown(text)).toBe(text);
  });
});

describe("a device's number", () => {
  it.each([
    ["my IMEI is 356938035643809", "my IMEI is <ACCOUNT>"],
    ["the device id is 35-693803-564380-9", "the device id is <ACCOUNT>"],
    ["IMEI: 490154203237518", "IMEI: <ACCOUNT>"],
  ])("is masked: %j", (text, masked) => {
    expect(shown(text)).toBe(masked);
  });

  it("is masked under its key, and not without its check digit or a word for it", () => {
    expect(shown("356938035643809", { keyHint: "imei" })).toBe("<ACCOUNT>");
    expect(shown('{"device_id":356938035643809}')).toBe('{"device_id":"<ACCOUNT>"}');
    for (const text of ["the item is 356938035643809", "the device made 356938035643808 steps"]) {
      expect(shown(text)).toBe(text);
    }
  });
});

describe("one value", () => {
  const pseudonyms = (text: string, place?: TextPlace) =>
    masker.mask(text, place).found.map(({ pseudonym }) => pseudonym);

  it.each([
    ["1234", "pin", "my pin is 1234"],
    ["8145", "ssn_last4", "the pin is 8145"],
    ["buddy", "security_answer", "my name is Buddy"],
    ["4155550100", "account_number", "call me at (415) 555-0100"],
    ["AB12C3456", "passport", "password: AB12C3456"],
  ])("has one pseudonym, whatever its place: %j under %s and in %j", (value, keyHint, text) => {
    const under = pseudonyms(value, { keyHint });
    expect(under).toHaveLength(1);
    expect(pseudonyms(text, { requested: 0 })).toEqual(under);
  });
});
