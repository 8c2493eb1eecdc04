/** What a message of a customer may do. `automatic`: nobody speaks. */
export const customerActs = [
  "c.solved",
  "c.not_solved",
  "c.thanks",
  "c.accepts",
  "c.declines",
  "c.requests_action",
  "c.asks_information",
  "c.asks_for_person",
  "c.asks_if_bot",
  "c.opts_out",
  "c.complains",
  "c.frustrated",
  "c.already_said",
  "c.back_again",
  "c.told_otherwise",
  "c.consents",
  "c.refuses_consent",
  "automatic",
] as const;

/** What a message of an agent may do. */
const agentActs = [
  "a.claims_done",
  "a.promises",
  "a.offers",
  "a.states_rule",
  "a.refuses",
  "a.denies_earlier",
  "a.apologises",
  "a.asks_identity",
  "a.asks_detail",
  "a.says_is_ai",
  "a.claims_human",
  "a.evades",
  "a.says_recorded",
  "a.says_not_recorded",
  "a.transfers",
  "a.asks_to_wait",
  "a.knows_history",
  "a.closes",
] as const;

/** All acts, in the order of the reader's outputs. */
export const acts = [...customerActs, ...agentActs] as const;

export type Act = (typeof acts)[number];

/**
 * How sure a reading is, by writers that no training saw. `sure`: right often enough to acquit or accuse somebody.
 * `likely`: more likely than not in lines that are made to be hard. `possible`: too likely to say that it is not so.
 */
export const certainties = ["possible", "likely", "sure"] as const;
export type Certainty = (typeof certainties)[number];

/** An act that was read in a message. */
export type ReadAct = {
  readonly act: Act;
  /** Calibrated probability in steps of .1. */
  readonly confidence: number;
  readonly certainty: Certainty;
  /** The words that carry it: UTF-16 offsets into the message's text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
};

/** What was read in a message; null: unread, as its language was not measured or no reader runs here. */
export type MessageActs = {
  /** In which it was read, ISO 639-1. */
  readonly language: string;
  /** In the order of `acts`. */
  readonly read: readonly ReadAct[];
} | null;
