import { ownEntry } from "@/lib/domain/own-entry";
import type { ReplaySpeaker } from "./conversation";

const speakers: Readonly<Record<string, ReplaySpeaker>> = {
  customer: "customer",
  user: "customer",
  caller: "customer",
  human: "customer",
  client: "customer",
  agent: "agent",
  assistant: "agent",
  ai: "agent",
  bot: "agent",
  support: "agent",
  model: "agent",
  tool: "tool",
  function: "tool",
  tool_call_result: "tool",
  system: "system",
  developer: "system",
};

/** The speaker that a role's word stands for, whichever case it is in; null for an unknown word. */
export function speakerOfRole(role: string): ReplaySpeaker | null {
  const word = role.trim().toLowerCase();
  return ownEntry(speakers, word) ?? null;
}

/** Swaps customer and agent: roles as the simulated customer's own session has them. */
export function asSimulatorSays(speaker: ReplaySpeaker): ReplaySpeaker {
  if (speaker === "customer") return "agent";
  return speaker === "agent" ? "customer" : speaker;
}
