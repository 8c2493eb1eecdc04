import type { Evidence } from "./case";

/** What whoever takes over has to know. */
export const handoffTopics = ["identity", "data", "tried", "expectation", "sentiment"] as const;
export type HandoffTopic = (typeof handoffTopics)[number];

export const handoffTopicLabels: Readonly<Record<HandoffTopic, string>> = {
  identity: "who the customer is",
  data: "the data it is about",
  tried: "what was tried or found",
  expectation: "what the customer expects",
  sentiment: "how the customer feels",
};

/** What was carried from an AI agent to the person who took over. */
export type HandoffPacket = {
  readonly form: "whole exchange" | "summary" | "nothing";
  /** The parts that it says, and where. */
  readonly parts: readonly PacketItem[];
};

export type PacketItem = {
  readonly part: HandoffTopic;
  readonly shown: readonly Evidence[];
  /** What was handed over there, in an excerpt; null where `shown` points at the words themselves. */
  readonly words: string | null;
};

/** What was carried across one handoff of a case, by its position, from 0. */
export type PacketAtHandoff = { readonly handoff: number; readonly packet: HandoffPacket };
