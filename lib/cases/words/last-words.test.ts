import { describe, expect, it } from "vitest";
import { asksTheCustomer } from "./asks-the-customer";
import { findAsking, findClosing, findLeaving } from "./last-words";

describe("a customer's last message", () => {
  it.each([
    ["Is there no other way to do this?", "Is there no other way to do this?"],
    ["I'd appreciate it if you raised this with somebody.", null],
    ["That is not enough. Please escalate this. Thanks for your time.", "Please escalate this."],
    ["Great, thanks! Could you tell me the total? I really appreciate it.", null],
    ["Yes, go ahead with the red one. Thank you!", null],
    ["I still need the receipt, thanks.", null],
    ["If you could look at it again, that would be great.", null],
    ["I'll return both of them, please.", null],
    ["Thanks for looking. Isn't there any way to get it waived?", null],
    ["Please send me the receipt, that's all I need.", null],
  ])("still asks: %s", (text, sentence) => {
    const asking = findAsking(text);
    expect(asking).not.toBeNull();
    if (sentence !== null) expect(asking?.text).toBe(sentence);
    expect(findClosing(text)).toBeNull();
  });

  it.each([
    ["No, that's all. Thank you for your help!", "No, that's all."],
    ["Thanks for the explanation. I'm all set.", "I'm all set."],
    ["Great, thank you so much!", "Great, thank you so much!"],
    ["I feel better now. Have a lovely day!", "Have a lovely day!"],
    ["Okay, I understand.", "Okay, I understand."],
    ["Thanks, bye.", "Thanks, bye."],
    ["No, I am good.", "No, I am good."],
  ])("closes: %s", (text, sentence) => {
    expect(findAsking(text)).toBeNull();
    expect(findClosing(text)?.text).toBe(sentence);
  });

  it.each([
    "The number is 4411, thanks.",
    "Yes, that is correct. Thank you!",
    "It is just for me.",
    "I find that hard to believe.",
    "Thanks, but that doesn't help me.",
    "No, that is not what was agreed.",
    "That's not all I need.",
  ])("neither asks nor closes: %s", (text) => {
    expect(findAsking(text)).toBeNull();
    expect(findClosing(text)).toBeNull();
  });

  it.each([
    "Thanks, I'll get back to you with the number.",
    "Okay, I will look for it at home.",
    "Thank you! Talk to you soon.",
    "I think I'll hold off on that for now.",
  ])("leaves it open: %s", (text) => {
    expect(findLeaving(text)).not.toBeNull();
    expect(findClosing(text)).toBeNull();
  });

  it.each([
    "I'll get back to you if I need more help.",
    "I will get back in touch if this doesn't help.",
    "I'll return both of them.",
    "Please tell me how much I'll get back in total.",
  ])("leaves nothing open: %s", (text) => {
    expect(findLeaving(text)).toBeNull();
  });
});

describe("an agent's last message", () => {
  it.each([
    "Would you like to keep it or send it back?",
    "I can do that. Please confirm with yes, and I will proceed.",
    '{"message":"Here is the plan.\\n\\nReply YES to go on, or tell me what to change."}',
    "Let me know how you'd like to proceed!",
    '{"done":"Moved to Monday.","check":"Does that suit you? If you need another day, I can pass you on."}',
    "Is the new address right? Otherwise I can change it back.",
    "Shall I ask the depot?\n\nIf there are other parcels, tell me.",
    'The van is full today. Please reply "B" to wait until Monday.',
  ])("asks for something: %s", (text) => {
    expect(asksTheCustomer(text)).toBe(true);
  });

  it.each([
    "Your order is on its way. Is there anything else I can help you with?",
    "You're welcome! If you need anything else, just let me know.",
    "It arrives on Friday.",
    "Is there anything else you need? If so, write to us at any time.",
  ])("asks for nothing: %s", (text) => {
    expect(asksTheCustomer(text)).toBe(false);
  });
});
