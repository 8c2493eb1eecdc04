import type { Interaction, Message } from "@/lib/domain/case/case";

export type DisclosedContact = {
  readonly interaction: Interaction;
  /** Its messages in order. */
  readonly messages: readonly Message[];
};

/** The messages in which the disclosure is due. */
export type DisclosureWindow = {
  readonly lastMessage: Message;
  /** To follow "Said" and "Not said": "in the AI's first message". */
  readonly words: string;
  /** A sentence about what the text cannot show; "" if nothing. */
  readonly caveat: string;
};

/** Why a rule does not apply, and whether stripped text could have changed that. */
export type NotApplicable = { readonly because: string; readonly hangsOnWords: boolean };

/**
 * Something that an agent must say in each contact to which it applies. Increment `version` when
 * its patterns or window change. The shipped rules are samples, not legal advice.
 */
export type DisclosureRule = {
  readonly id: string;
  readonly version: number;
  /** The requirement: "Say that an AI is speaking". */
  readonly title: string;
  /** Whose messages count. */
  readonly isSpokenBy: (message: Message) => boolean;
  readonly says: RegExp;
  /** The window in which it is due, or why the rule does not apply. */
  readonly window: (contact: DisclosedContact) => DisclosureWindow | NotApplicable;
};

export function isAgent(message: Message): boolean {
  return message.speaker === "agent" && message.text.trim() !== "";
}
