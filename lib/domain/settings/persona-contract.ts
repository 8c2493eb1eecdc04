import type { Channel } from "../trace/channel";

/** How an agent may be asked to speak. The first four are read on a scale of 1 to 5. */
export const personaAttributes = [
  "formality",
  "warmth",
  "empathy",
  "directness",
  "contractionRate",
  "sentenceLength",
  "readingGrade",
  "emojiRate",
  "hedgingRate",
  "apologyRate",
] as const;
export type PersonaAttribute = (typeof personaAttributes)[number];

/** What is measured, in which unit, and what values there can be. */
export const personaAttributeFacts: Readonly<
  Record<PersonaAttribute, { readonly words: string; readonly unit: string; readonly most: number }>
> = {
  formality: { words: "Formality", unit: "of 5", most: 5 },
  warmth: { words: "Warmth", unit: "of 5", most: 5 },
  empathy: { words: "Empathy", unit: "of 5", most: 5 },
  directness: { words: "Directness", unit: "of 5", most: 5 },
  contractionRate: { words: "Contractions", unit: "% where one can be", most: 100 },
  sentenceLength: { words: "Sentence length", unit: "words", most: 100 },
  readingGrade: { words: "Reading grade", unit: "school years", most: 30 },
  emojiRate: { words: "Emoji", unit: "per 100 words", most: 100 },
  hedgingRate: { words: "Hedging", unit: "per 100 words", most: 100 },
  apologyRate: { words: "Apologies", unit: "per 100 words", most: 100 },
};

/** Values from `target - tolerance` to `target + tolerance` keep the contract. */
export type PersonaRange = { readonly target: number; readonly tolerance: number };

/** When an AI agent has to pass the customer on to a person. */
export type EscalationRule = {
  /** The customer asks for a person. */
  readonly isOnRequest: boolean;
  /** The customer is angry. */
  readonly isOnAnger: boolean;
  /** The agent has said the same so many times; null: that does not matter. */
  readonly sameAnswers: number | null;
  /** Answers of an AI agent in one contact, after which it has to; null: no limit. */
  readonly mostAnswers: number | null;
  /** Words of the customer that are never an AI agent's matter: "lawyer". */
  readonly topics: readonly string[];
  /** Answers that may still be given after the moment it was due; more is late. */
  readonly graceAnswers: number;
};

/** How AI agents are to speak and when they have to pass on. */
export type PersonaTerms = {
  /** null: the contract does not ask for it. */
  readonly attributes: Readonly<Record<PersonaAttribute, PersonaRange | null>>;
  /** Declared differences of a channel: what stands here holds there instead. */
  readonly allowances: Readonly<
    Record<Channel, Readonly<Partial<Record<PersonaAttribute, PersonaRange>>>>
  >;
  readonly bannedPhrases: readonly string[];
  /** One of these must stand in the first words of an AI agent; none: any greeting will do. */
  readonly greetings: readonly string[];
  /** One of these must stand in an AI agent's last words; none: any will do. */
  readonly signOffs: readonly string[];
  /** "support-core@v7". A prompt of which no version stands here may be used in any. */
  readonly prompts: readonly string[];
  readonly escalation: EscalationRule;
};

/** The persona contract of a workspace. */
export type PersonaContract = {
  /** Rises with every approval; 0: nothing was ever approved. */
  readonly version: number;
  /** null: a draft, against which nobody is judged. */
  readonly approval: { readonly atUs: number; readonly by: string } | null;
  readonly terms: PersonaTerms;
};

/** What evaluators read of a contract that is in force. */
export type ApprovedPersona = Pick<PersonaContract, "version" | "terms">;

/** Tools that read and write a CRM's notes, by name; upper and lower case, dots and dashes are one. */
export type NoteTools = { readonly read: readonly string[]; readonly write: readonly string[] };

/** The contract as evaluators read it; null while none is approved. */
export function approvedPersona({
  version,
  approval,
  terms,
}: PersonaContract): ApprovedPersona | null {
  return approval === null ? null : { version, terms };
}

/** What holds for an attribute on a channel; null: the contract does not ask for it there. */
export function personaRange(
  terms: PersonaTerms,
  attribute: PersonaAttribute,
  channel: Channel,
): PersonaRange | null {
  return terms.allowances[channel][attribute] ?? terms.attributes[attribute];
}

/**
 * Gives a contract that somebody sends the version and approval that it gets by being saved. What the
 * sender says of those counts only as: in force or not.
 * @param before as it is stored
 */
export function approvePersona(
  before: PersonaContract,
  sent: PersonaContract,
  approval: { readonly atUs: number; readonly by: string },
): PersonaContract {
  const { terms } = sent;
  if (sent.approval === null) return { version: before.version, approval: null, terms };
  const isSame = JSON.stringify(terms) === JSON.stringify(before.terms);
  if (isSame && before.approval !== null) return before;
  return { version: before.version + 1, approval, terms };
}

/** A contract with each text that somebody typed masked. */
export function maskPersona(
  contract: PersonaContract,
  mask: (text: string) => string,
): PersonaContract {
  const { terms } = contract;
  return {
    ...contract,
    terms: {
      ...terms,
      bannedPhrases: terms.bannedPhrases.map(mask),
      greetings: terms.greetings.map(mask),
      signOffs: terms.signOffs.map(mask),
      prompts: terms.prompts.map(mask),
      escalation: { ...terms.escalation, topics: terms.escalation.topics.map(mask) },
    },
  };
}

/** What a new workspace's draft starts from: a friendly service voice. */
export const suggestedPersona: PersonaContract = {
  version: 0,
  approval: null,
  terms: {
    attributes: {
      formality: { target: 2.5, tolerance: 1 },
      warmth: { target: 3.5, tolerance: 1.5 },
      empathy: { target: 3.5, tolerance: 1.5 },
      directness: { target: 3.5, tolerance: 1.5 },
      contractionRate: { target: 70, tolerance: 35 },
      sentenceLength: { target: 11, tolerance: 6 },
      readingGrade: { target: 5, tolerance: 5 },
      emojiRate: { target: 0, tolerance: 1 },
      hedgingRate: null,
      apologyRate: { target: 1, tolerance: 2 },
    },
    allowances: { voice: {}, chat: {}, email: {}, sms: {}, social: {}, in_app: {}, unknown: {} },
    bannedPhrases: [],
    greetings: [],
    signOffs: [],
    prompts: [],
    escalation: {
      isOnRequest: true,
      isOnAnger: true,
      sameAnswers: 3,
      mostAnswers: null,
      topics: ["lawyer", "legal action", "data protection officer", "journalist"],
      graceAnswers: 1,
    },
  },
};

/** Usual names of such tools in CRM and help desk integrations. */
export const usualNoteTools: NoteTools = {
  read: [
    "get_case",
    "get_case_history",
    "get_case_notes",
    "get_contact_history",
    "get_notes",
    "get_ticket",
    "get_ticket_comments",
    "list_notes",
    "read_case",
    "read_notes",
  ],
  write: [
    "add_case_note",
    "add_comment",
    "add_note",
    "create_note",
    "log_call",
    "log_interaction",
    "save_note",
    "update_case",
    "update_ticket",
    "write_note",
  ],
};
