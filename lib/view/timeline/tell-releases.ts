import type { DerivedCase, Message } from "@/lib/domain/case";
import { formatInstant } from "../format";
import { plainWords } from "../plain-words";
import { channelWords } from "../wording";
import type { TimelineRelease } from "./timeline-model";

/** Versions of agents' prompts that changed within the case, where the new one is first seen. */
export function tellReleases(derived: DerivedCase): {
  readonly changes: readonly TimelineRelease[];
  readonly atOpening: string;
} {
  const current = new Map<string, string>();
  const changes: Omit<TimelineRelease, "id">[] = [];
  let atOpening = "";
  for (const message of derived.messages) {
    if (message.speaker !== "agent" || message.promptVersion === null) continue;
    const agent = agentOf(message, derived);
    const before = current.get(agent);
    current.set(agent, message.promptVersion);
    if (atOpening === "") atOpening = `${agent} ${message.promptVersion} at opening`;
    if (before === undefined || before === message.promptVersion) continue;
    const at = formatInstant(message.atUs, "weekdayTime");
    changes.push({
      atUs: message.atUs,
      at,
      words: `${agent} ${before} → ${message.promptVersion}`,
    });
  }
  return { changes: changes.map((change, index) => ({ id: `r${index}`, ...change })), atOpening };
}

/** Whose prompt it is: without an id, that of the channel's agent. */
function agentOf({ agentId, interaction }: Message, { interactions }: DerivedCase): string {
  if (agentId !== null) return plainWords(agentId);
  return `${channelWords[interactions[interaction]?.channel ?? "unknown"]} agent`;
}
