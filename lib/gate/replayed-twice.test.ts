import { expect, it } from "vitest";
import { derivedCase, derivedInteraction, derivedMessage } from "@/lib/testing/derived-case";
import { replayedTwice } from "./replayed-twice";

const said = (interaction: number, ...texts: readonly string[]) =>
  texts.map((text) => derivedMessage({ interaction, speaker: "customer", text }));
const [chat, voice] = ["chat", "voice"] as const;

function twice(channels: readonly ("chat" | "voice")[], ...texts: readonly (readonly string[])[]) {
  return replayedTwice(
    derivedCase({
      interactions: channels.map((channel, ordinal) => derivedInteraction({ ordinal, channel })),
      messages: texts.flatMap((each, interaction) => said(interaction, ...each)),
    }),
  );
}

it("finds a second try of the same case under one repeat, and no later contact about it", () => {
  const opening = "I was promised my money back.";
  expect(twice([chat, chat], [opening], ["I was promised my money back"])).toMatch(
    /^replayed twice/u,
  );
  expect(twice([chat, voice], [opening], [opening])).toBeNull();
  expect(twice([chat, chat], [opening], ["It has still not come, why?"])).toBeNull();
  expect(twice([chat, chat], ["Hello"], ["Hello"])).toBeNull();
  expect(twice([chat, chat], ["Hello", opening], ["Hello", opening])).toMatch(/^replayed twice/u);
});
