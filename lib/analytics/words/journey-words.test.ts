import { expect, it } from "vitest";
import { journeyWords } from "./journey-words";

it("names channels and agents in order, and that there was no contact", () => {
  expect(
    journeyWords([
      { channel: "chat", agentKinds: ["ai"] },
      { channel: "voice", agentKinds: ["ai", "human"] },
      { channel: "sms", agentKinds: [] },
    ]),
  ).toBe("Chat AI, then Voice AI then human, then SMS");
  expect(journeyWords([])).toBe("No contact");
});

it("says between which contacts the customer was asked again", () => {
  const step = { channel: "chat", agentKinds: [] } as const;
  expect(journeyWords([step, step, step], ["kept", "asked-again"])).toBe(
    "Chat, then Chat, asked again, then Chat",
  );
});
