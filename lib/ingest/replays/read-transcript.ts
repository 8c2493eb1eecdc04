import type { ReplayMessage } from "./conversation";
import { speakerOfRole } from "./read-roles";
import { nameOf } from "./values";

/** A line that begins a message: only these words do, since a message may have several lines, and colons in them. */
const beginning = /^(user|assistant|agent|customer|system|developer|tool): ?/i;

const failure = /^Error: /;

export type Transcript = {
  readonly messages: readonly ReplayMessage[];
  /** What a simulator that failed put where the transcript belongs. */
  readonly error: string | null;
  /** Whether one side is called agent or customer: those words are never the simulator's own. */
  readonly namesAgent: boolean;
};

/** Reads "role: text" lines, each message as far as the next line that begins with a role. */
export function readTranscript(text: string): Transcript {
  const messages: { role: string; lines: string[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const role = beginning.exec(line);
    if (role !== null) {
      messages.push({ role: role[1] ?? "", lines: [line.slice(role[0].length)] });
    } else messages.at(-1)?.lines.push(line);
  }
  return {
    messages: messages.map(({ role, lines }) => ({
      speaker: speakerOfRole(role) ?? "system",
      text: lines.join("\n").trim(),
      ...{ tool: null, callId: null, calls: [], atUs: null },
    })),
    error: messages.length === 0 && failure.test(text) ? nameOf(text.replace(failure, "")) : null,
    namesAgent: messages.some(({ role }) => /^(?:agent|customer)$/i.test(role)),
  };
}
