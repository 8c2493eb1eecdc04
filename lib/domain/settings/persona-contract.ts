import type { Channel } from "../trace/channel";

/** Style attributes of a persona. The first four have a scale of 1 to 5. */
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

/** Name, unit and range of each attribute. */
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

/** When an AI agent must escalate to a person. */
export type EscalationRule = {
  readonly isOnRequest: boolean;
  readonly isOnAnger: boolean;
  /** After this many equal answers; null: no trigger. */
  readonly sameAnswers: number | null;
  /** After this many answers in one contact; null: no limit. */
  readonly mostAnswers: number | null;
  /** Words of the customer that require a person: "lawyer". */
  readonly topics: readonly string[];
  /** Answers allowed after the trigger; more is late. */
  readonly graceAnswers: number;
};

/** Required style and escalation of AI agents. */
export type PersonaTerms = {
  /** Null: not required. */
  readonly attributes: Readonly<Record<PersonaAttribute, PersonaRange | null>>;
  /** Exceptions by channel, which replace the general range. */
  readonly allowances: Readonly<
    Record<Channel, Readonly<Partial<Record<PersonaAttribute, PersonaRange>>>>
  >;
  readonly bannedPhrases: readonly string[];
  /** One of these must be in an AI agent's first message; empty: no requirement. */
  readonly greetings: readonly string[];
  /** One of these must be in an AI agent's last message; empty: no requirement. */
  readonly signOffs: readonly string[];
  /** "support-core@v7". A prompt without any version listed here may be used in every version. */
  readonly prompts: readonly string[];
  readonly escalation: EscalationRule;
};

export type PersonaContract = {
  /** Incremented with every approval; 0: never approved. */
  readonly version: number;
  /** Null: a draft, which no evaluator uses. */
  readonly approval: { readonly atUs: number; readonly by: string } | null;
  readonly terms: PersonaTerms;
};

/** The members of an approved contract that evaluators use. */
export type ApprovedPersona = Pick<PersonaContract, "version" | "terms">;

/** Names of tools that read and write CRM notes; case, dots and dashes are ignored. */
export type NoteTools = { readonly read: readonly string[]; readonly write: readonly string[] };

/** The approved contract, or null. */
export function approvedPersona({
  version,
  approval,
  terms,
}: PersonaContract): ApprovedPersona | null {
  return approval === null ? null : { version, terms };
}

/** The required range of an attribute on a channel; null: none. */
export function personaRange(
  terms: PersonaTerms,
  attribute: PersonaAttribute,
  channel: Channel,
): PersonaRange | null {
  return terms.allowances[channel][attribute] ?? terms.attributes[attribute];
}

/**
 * Sets the version and approval of a submitted contract; of the submitted ones only whether it is approved counts.
 * @param before as stored
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

/** A contract with typed texts masked. */
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

/** Initial draft of a new workspace: a friendly service voice. */
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
