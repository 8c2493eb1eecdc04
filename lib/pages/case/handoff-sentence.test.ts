import { expect, it } from "vitest";
import type { Handoff } from "@/lib/domain/case/case";
import { initiatorWords } from "@/lib/format/wording";
import { handoffSentence } from "./handoff-sentence";
import { handoffLine } from "./words/handoffs";

const handoff: Handoff = {
  ordinal: 0,
  fromInteraction: 0,
  toInteraction: 1,
  kind: "channel-switch",
  isChannelChanged: true,
  fromKind: "ai",
  toKind: "human",
  initiator: "customer",
  gapUs: 187_200_000_000,
  toTeam: null,
  atMessage: 3,
};

it("tells a switch of channels with its gap", () => {
  expect(handoffSentence({ handoff, fromChannel: "chat", toChannel: "voice" })).toBe(
    `Chat → Voice, AI → human, ${initiatorWords.customer}, ${handoffLine.later("2 d 4 h")}`,
  );
});

it("tells a return, and contacts that overlap", () => {
  const again: Handoff = { ...handoff, kind: "return", gapUs: -60_000_000, initiator: "unknown" };
  expect(handoffSentence({ handoff: again, fromChannel: "sms", toChannel: "sms" })).toBe(
    `${handoffLine.again("SMS")}, AI → human, ${initiatorWords.unknown}, ${handoffLine.overlapping("1 min")}`,
  );
});

it("leaves the gap out inside one contact", () => {
  const inside: Handoff = { ...handoff, toInteraction: 0, kind: "ai-to-human" };
  expect(handoffSentence({ handoff: inside, fromChannel: "chat", toChannel: "chat" })).toBe(
    `${handoffLine.within("Chat")}, AI → human, ${initiatorWords.customer}`,
  );
});
