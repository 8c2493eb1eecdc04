import type { Interaction, Message } from "@/lib/domain/case/case";

/** One contact as a rule sees it. */
export type DisclosedContact = {
  readonly interaction: Interaction;
  /** Its messages, in order. */
  readonly messages: readonly Message[];
};

/** Until where it had to be said. */
export type DisclosureWindow = {
  /** The last message in which it is in time. */
  readonly lastMessage: Message;
  /** After "Said" and "Not said": "in the AI's first message". */
  readonly words: string;
  /** What the words of the contact cannot show, as a sentence; "" where they show it all. */
  readonly caveat: string;
};

/** Why a rule does not apply; whether words that were removed could have made it apply. */
export type NotApplicable = { readonly because: string; readonly hangsOnWords: boolean };

/**
 * Something that an agent has to say in each contact to which it applies. `version` rises with every
 * change of its words or its window. The rules that ship are samples, not legal advice.
 */
export type DisclosureRule = {
  readonly id: string;
  readonly version: number;
  /** What has to be said: "Say that an AI is speaking". */
  readonly title: string;
  /** Whose words count. */
  readonly isSpokenBy: (message: Message) => boolean;
  readonly says: RegExp;
  /** The window in which it had to be said, or why the rule does not apply. */
  readonly window: (contact: DisclosedContact) => DisclosureWindow | NotApplicable;
};

export function isAgent(message: Message): boolean {
  return message.speaker === "agent" && message.text.trim() !== "";
}
