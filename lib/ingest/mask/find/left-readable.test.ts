import { describe, expect, it } from "vitest";
import { testPseudonymise } from "@/lib/testing/test-pseudonymise";
import { createTextMasker } from "../mask-text";
import { requestsIn } from "../tagger/cues";
import type { TextPlace } from "../text-masker";

const masker = createTextMasker(testPseudonymise);

function shown(text: string, place: TextPlace = { requested: 0 }): string {
  return masker.mask(text, place).text.replace(/<([A-Z_]+):[0-9a-f]{16}>/g, "<$1>");
}

const asked = { requested: requestsIn("What is your name and date of birth, please?") };

describe("a birth date", () => {
  it.each([
    ["My name is Elif Demir (1991-07-30).", "My name is <PERSON> (<BIRTH_DATE>)."],
    ["Passenger: Dr. Oleg Ivanov, 1958-01-02", "Passenger: <PERSON>, <BIRTH_DATE>"],
    ["Elif Demir – DOB 1991‑07‑30, thanks", "<PERSON> – DOB <BIRTH_DATE>, thanks"],
  ])("is masked after a name and with any hyphen: %j", (text, masked) => {
    expect(shown(text)).toBe(masked);
  });

  it("is what was asked for, whatever stands around it", () => {
    const text = "Sure, I was told you would need it: 1991-07-30, and I am at home the whole day.";
    expect(shown(text, asked)).toBe(text.replace("1991-07-30", "<BIRTH_DATE>"));
    expect(shown("May 20th", asked)).toBe("<BIRTH_DATE>");
    expect(shown("2021-03-04", asked)).toBe("<BIRTH_DATE>");
  });

  it.each([
    "I would like to fly out on May 20th and come back on May 25th, if there is a seat left.",
    "Please look for flights that leave on 2025-11-12 or 2025-11-13 in the early morning hours.",
    "I would like to pay for all of that with the card that ends in 7334.",
  ])("is no other date and no number in a longer answer: %j", (text) => {
    expect(shown(text, asked)).toBe(text);
  });
});

describe("names and addresses under keys", () => {
  it.each([
    ['{"HostName":"Elif"}', '{"HostName":"<PERSON>"}'],
    ['{"patient_name":"Elif,Oleg & Ayo"}', '{"patient_name":"<PERSON>"}'],
    ['{"Name":"Dr. Okafor","Day":"Monday"}', '{"Name":"<PERSON>","Day":"Monday"}'],
    ['{"Name":"\\"Dr. Okafor\\""}', '{"Name":"\\"<PERSON>\\""}'],
    ['{"address1":"763 Broadway"}', '{"address1":"<ADDRESS>"}'],
    ['{"address1":"12B Broadway"}', '{"address1":"<ADDRESS>"}'],
  ])("are masked: %j", (text, masked) => {
    expect(shown(text)).toBe(masked);
  });

  it.each(['{"Name":"Dr. Pepper, six cans","price":5}', '{"address":"0x1"}'])(
    "are not: %j",
    (text) => {
      expect(shown(text)).toBe(text);
    },
  );
});

describe("somebody whom the speaker knows, in lower case", () => {
  it.each([
    ["my daughter natasha needs a vaccine", "my daughter <PERSON> needs a vaccine"],
    ["can my son mehmet fly alone", "can my son <PERSON> fly alone"],
    ["my friend's name is kemal", "my friend's name is <PERSON>"],
    ["i saw dr. ivanov and mrs yamamoto today", "i saw dr. <PERSON> and <PERSON> today"],
  ])("is masked: %j", (text, masked) => {
    expect(shown(text)).toBe(masked);
  });

  it.each(["my son will fly alone", "my wife and I may come", "my friend mark my words"])(
    "is not named: %j",
    (text) => {
      expect(shown(text).replace("mark", "")).toBe(text.replace("mark", ""));
    },
  );
});

describe("what is called as people are", () => {
  it.each([
    "Granny Smith is sold out, take Pink Lady.",
    "Hurricane Ida delayed it.",
    "Mark the box with the code.",
    "Restock SKU 7700-900-123 today.",
    "1Z 999 AA1 01 2345 6784 is out for delivery.",
    "Q1&Q2 figures, 1200 KB each",
  ])("stays: %j", (text) => {
    expect(shown(text)).toBe(text);
  });

  it.each([
    ["I am John Lewis and my order is late.", "I am <PERSON> and my order is late."],
    ["Please call Mark Evans back.", "Please call <PERSON> back."],
  ])("but many people's names do not: %j", (text, masked) => {
    expect(shown(text)).toBe(masked);
  });
});
