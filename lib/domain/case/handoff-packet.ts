import type { Evidence } from "./case";

/** The topics that whoever takes over needs. */
export const handoffTopics = ["identity", "data", "tried", "expectation", "sentiment"] as const;
export type HandoffTopic = (typeof handoffTopics)[number];

export const handoffTopicLabels: Readonly<Record<HandoffTopic, string>> = {
  identity: "who the customer is",
  data: "the data it is about",
  tried: "what was tried or found",
  expectation: "what the customer expects",
  sentiment: "how the customer feels",
};

/** What an AI agent handed to whoever took over. */
export type HandoffPacket = {
  readonly form: "whole exchange" | "summary" | "nothing";
  /** The topics found in it, with evidence; what is not found may still be there. */
  readonly parts: readonly PacketItem[];
  /** A summary as it was handed over, without its JSON; null for other forms. */
  readonly words: string | null;
};

export type PacketItem = {
  readonly part: HandoffTopic;
  readonly shown: readonly Evidence[];
};

/** The packet of one handoff, by the handoff's position, from 0. */
export type PacketAtHandoff = { readonly handoff: number; readonly packet: HandoffPacket };
