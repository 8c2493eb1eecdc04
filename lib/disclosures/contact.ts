import type { Interaction, Message } from "@/lib/domain/case/case";
import type { DisclosureNotice } from "@/lib/domain/case/case-disclosure";
import type { Risk } from "@/lib/domain/trace/identity";

/** A contact as rules are evaluated on it. */
export type DisclosedContact = {
  readonly interaction: Interaction;
  /** Its messages in order. */
  readonly messages: readonly Message[];
  /** As declared; null if not known. */
  readonly region: string | null;
  /** µs; null if not known. */
  readonly startUs: number | null;
  /** Disclosures given in it outside the words. */
  readonly notices: readonly ContactNotice[];
  readonly facts: KnownFacts;
};

/** A notice and what it gives: the key of a rule, of an element or of a meaning. */
export type ContactNotice = DisclosureNotice & { readonly gives: string };

/** What is known beside the words. */
export type KnownFacts = {
  /** Declared, or else inferred; null if not known. */
  readonly intent: string | null;
  readonly risk: Risk | null;
  /** Facts stated of the workspace, "debt_collector"; a missing one is not known. */
  readonly workspace: Readonly<Record<string, boolean>>;
  /** For a contact that stands alone: facts and conditions that it cannot show hold. */
  readonly areAssumed: boolean;
};

/** Nothing is known. */
export const noFacts: KnownFacts = { intent: null, risk: null, workspace: {}, areAssumed: false };

export type SpeakerClass = "ai" | "human" | "agent" | "customer" | "system";

const hasWords = /[\p{L}\p{N}]/u;

/** Whose words a message holds: `agent` is one whose kind is not known; null for a tool's, or without words. */
export function speakerOf(message: Message): SpeakerClass | null {
  const { speaker, agentKind, text } = message;
  if (!hasWords.test(text) || speaker === "tool") return null;
  if (speaker === "customer") return "customer";
  if (speaker === "agent") return agentKind === "unknown" ? "agent" : agentKind;
  return isPrompt(text) ? null : "system";
}

/** A model's instructions rather than an announcement to the customer. */
function isPrompt(text: string): boolean {
  return (
    text.length > 400 ||
    /\byou are (?:an?|the)\b|\byour (?:task|role|job|goal)\b|\byou (?:must|should)\b|\b(?:always|never|do not) \w+|\bthe (?:user|customer|caller)\b|\binstructions?\b/i.test(
      text,
    )
  );
}

/** True if times tell the messages apart. */
export function hasTimes(messages: readonly Message[]): boolean {
  return new Set(messages.map(({ atUs }) => atUs)).size > 1 || messages.length < 2;
}
