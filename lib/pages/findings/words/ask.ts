import { parseChannel } from "@/lib/domain/trace/channel";
import type { Finding } from "@/lib/analytics/findings/finding";
import { pathInSentence } from "@/lib/analytics/findings/rates-apart";
import { kindWords, onChannel } from "@/lib/analytics/words/kind-words";
import { slugWords } from "@/lib/format/wording";
import { directionInSentence, handoffInSentence, pairInSentence, startOf } from "./finding";

/**
 * The decision that a finding needs from those who lead, without its full stop: "Name who finds out why outage cases
 * are resolved less often". It names no cause and no figure that the finding doesn't have.
 */
export function askWords({
  topic,
  value,
  figure,
}: Pick<Finding, "topic" | "value" | "figure">): string {
  switch (topic) {
    case "resolution-past":
      return "Name who finds out why fewer cases are resolved than before";
    case "one-contact-past":
      return "Name who finds out why fewer cases are resolved in one contact";
    case "contacts-past":
      return "Name who finds out why cases take more contacts than before";
    case "contacts-by-first":
      return `Name who finds out why cases that start ${startOf(value)} take more contacts`;
    case "returns-by-first":
      return `Name who finds out why customers come back after cases that start ${startOf(value)}`;
    case "containment-past":
      return "Decide what AI must check before it ends a contact";
    case "repeats-past":
    case "context-past":
      return "Decide what every handoff must carry, so that customers need not repeat themselves";
    case "promises-past":
      return "Name who follows up promises before they are due";
    case "sla-past":
      return "Staff for the targets, or change them";
    case "resolution-by-type":
      return `Name who finds out why ${slugWords(value)} cases are resolved less often`;
    case "resolution-by-first":
      return `Decide whether to handle cases that start ${startOf(value)} differently`;
    case "resolution-by-kind": {
      const [type = "", first = ""] = value.split("\n");
      const kind = kindWords({ type, first: parseChannel(first) ?? "unknown" });
      return `Name who finds out why ${kind} are resolved less often`;
    }
    case "resolution-by-path":
      return `Decide whether cases ${pathInSentence(value)} should be routed differently`;
    case "resolution-by-release":
      return `Decide whether to keep release ${value}`;
    case "resolution-by-move":
      return `Decide how to handle cases that switch from ${pairInSentence(value)}`;
    case "sla-by-type":
      return `Staff ${slugWords(value)} cases for their target, or change it`;
    case "sla-by-first":
      return `Staff cases that start ${startOf(value)} for their target, or change it`;
    case "context-by-pair":
      return `Decide what a handoff from ${pairInSentence(value)} must carry`;
    case "context-by-team":
      return `Agree with ${value} on what it needs when it takes over`;
    case "context-by-direction":
      return `Decide what must be handed over when ${directionInSentence(value)}`;
    case "context-by-kind":
      return `Decide what must be handed over when ${handoffInSentence(value)}`;
    case "context-by-release":
      return `Decide whether release ${value} may go on taking over cases`;
    case "persona": {
      const where = figure.kind === "persona" ? `${onChannel(figure.channel)} ` : "";
      return `Approve how AI agents speak ${where}now, or have it corrected`;
    }
  }
}
