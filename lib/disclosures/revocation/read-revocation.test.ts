import { describe, expect, it } from "vitest";
import type { Channel } from "@/lib/domain/trace/channel";
import { findRevocation } from "./find-revocation";
import { readResumption, readRevocation } from "./read-revocation";
import { contactsOfCase } from "../test-contacts";

const media = (text: string, channel: Channel) => {
  const [contact] = contactsOfCase([{ said: [["customer", text]], belonging: { channel } }]);
  return findRevocation(contact?.messages ?? [], channel)?.media ?? null;
};

describe("a customer's revocation", () => {
  it.each<[Channel, string, readonly Channel[]]>([
    ["sms", "STOP", ["sms"]],
    ["sms", "stop.", ["sms"]],
    ["sms", "Stop all", ["sms"]],
    ["sms", "UNSUBSCRIBE", ["sms"]],
    ["sms", "opt-out please", ["sms"]],
    ["sms", "CANCEL", ["sms"]],
    ["sms", "take me off this list", ["voice", "email", "sms"]],
    ["sms", "who is this? no more texts", ["sms"]],
    ["email", "STOP", ["email", "sms"]],
    ["email", "Please unsubscribe me from this newsletter.", ["email"]],
    ["email", "And stop texting me as well.", ["sms"]],
    ["voice", "and please stop texting me", ["sms"]],
    ["voice", "i do not want any more text messages from you", ["sms"]],
    ["voice", "I need you to stop sending me texts and emails.", ["sms"]],
    ["voice", "Don't text me any more, okay?", ["sms"]],
    ["voice", "dont call me again", ["voice"]],
    ["voice", "Can you take my number off your calling list?", ["voice"]],
    ["voice", "I withdraw my consent to be called.", ["voice", "sms"]],
    ["sms", "I opt out", ["sms"]],
    ["voice", "I want to opt out of those text messages", ["sms"]],
    ["voice", "I'd like to revoke my consent.", ["voice", "sms"]],
    ["voice", "I've told you to stop calling", ["voice"]],
    ["voice", "stop calling me at work", ["voice"]],
    ["voice", "I'd like you to stop calling and texting me.", ["sms", "voice"]],
    ["voice", "so you can just take me off your list or whatever", ["voice", "email", "sms"]],
    ["voice", "I'd like to opt out of the marketing texts please", ["sms"]],
    ["chat", "Stop contacting me.", ["voice", "email", "sms"]],
    ["chat", "No longer want to receive your emails", ["email"]],
  ])("by %s: %s", (channel, text, expected) => {
    expect(media(text, channel)).toEqual(expected);
  });

  it.each<[Channel, string]>([
    ["sms", "I'll stop by the store later"],
    ["sms", "Stop by the store?"],
    ["sms", "Please stop my order"],
    ["sms", "Can you stop the payment?"],
    ["sms", "Does the bus stop there?"],
    ["sms", "Why did you stop texting me?"],
    ["sms", "Don't stop texting me, I need the updates"],
    ["sms", "I stopped getting your texts"],
    ["sms", "when will the calls stop"],
    ["sms", "How do I stop the renewal"],
    ["voice", "stop"],
    ["sms", "stop it"],
    ["voice", "stop calling me Dave"],
    ["voice", "Stop calling them my friends."],
    ["voice", "tell her to stop calling me"],
    ["voice", "They can opt out, I can't."],
    ["chat", "The opt out of cookies button is broken"],
    ["chat", "That made me want my mother to unsubscribe from this show"],
    ["chat", "Stop texting him until he pays."],
    ["voice", "stop stop listen to me"],
    ["voice", "I got a text message to stop by the branch"],
    ["voice", "Don't call me sir"],
    ["voice", "You don't need to text me the code"],
    ["voice", "I did not opt out of anything"],
    ["voice", "I want to opt out of the insurance"],
    ["voice", "Take me off hold"],
    ["voice", "remove the hat from my order"],
    ["voice", "I can't stop receiving calls from strangers"],
    ["chat", "unsubscribe button does not work"],
    ["chat", "Can I cancel?"],
    ["chat", "end"],
    ["email", "I could not stop the machine, please text me."],
  ])("is none by %s: %s", (channel, text) => {
    expect(media(text, channel)).toBeNull();
  });

  it("a single word answers a question", () => {
    expect(readRevocation("Cancel", "sms", true)).toBeNull();
    expect(readRevocation("Cancel", "sms", false)).not.toBeNull();
    expect(readRevocation("STOP", "sms", true)).not.toBeNull();
  });

  it("ends where the customer asks for messages again", () => {
    expect(["START", "unstop", "Please start texting me again."].map(readResumption)).toEqual([
      ...[true, true, true],
    ]);
    expect(["Let's start", "I did not start it"].map(readResumption)).toEqual([false, false]);
  });
});
