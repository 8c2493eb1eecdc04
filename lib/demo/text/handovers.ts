import type { HandoffTopic } from "@/lib/domain/case/handoff-packet";

/** An AI agent's summary for the team that takes over, by topic. */
export const handoverLines: Readonly<Record<HandoffTopic, readonly string[]>> = {
  identity: [
    "Customer: {title} {last}, account {account}.",
    "Caller identified as {first} {last}.",
  ],
  data: ["Reference: {ref}, amount {amount}.", "It is about {topic}, reference {ref}."],
  tried: [
    "Checked {ref} in the system and could not finish it.",
    "Looked up {ref}; the last step failed.",
  ],
  expectation: [
    "Customer wants it settled by {due}.",
    "Customer asked for a written confirmation of {topic}.",
  ],
  sentiment: ["Customer is upset.", "Customer is calm and polite.", "Customer sounds worried."],
};
