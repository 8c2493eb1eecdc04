import { describe, expect, it } from "vitest";
import { derive, minuteUs, startUs, turn } from "@/lib/cases/test-spans";
import { firstContact } from "./first-contact";

const ai = (minute: number, words: string, session = "s-1") =>
  turn(minute, "agent", words, { belonging: { session, agentKind: "ai" } });
const human = (minute: number, words: string, session = "s-1") =>
  turn(minute, "agent", words, { belonging: { session, agentKind: "human" } });
const asked = turn(0, "customer", "Where is my parcel?");
const called = turn(120, "customer", "Still nothing.", {
  belonging: { channel: "voice", session: "s-2" },
});

describe("a case's first contact", () => {
  it("is contained where AI alone answered, until the customer is in touch again", () => {
    const found = firstContact(derive([asked, ai(1, "It left today."), called]));
    expect(found).toEqual({
      containedUs: startUs + minuteUs + 1_000_000,
      secondContactUs: startUs + 120 * minuteUs,
    });
    expect(firstContact(derive([asked, ai(1, "It left today.")])).secondContactUs).toBeNull();
  });

  it("is not where a person took part, or nobody answered", () => {
    const both = [asked, ai(1, "One moment."), human(2, "I am looking."), called];
    expect(firstContact(derive(both)).containedUs).toBeNull();
    expect(firstContact(derive([asked, called])).containedUs).toBeNull();
    expect(firstContact(derive([]))).toEqual({ containedUs: null, secondContactUs: null });
  });

  it("is not where AI passed it on, whoever went on", () => {
    const interactions = derive([asked, ai(1, "It left today."), called]).interactions;
    const [first, ...rest] = interactions;
    if (first === undefined) throw new Error("There is no contact.");
    const passedOn = { interactions: [{ ...first, isTransferred: true }, ...rest] };
    expect(firstContact(passedOn).containedUs).toBeNull();
  });
});
