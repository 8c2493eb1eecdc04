import type { Act, Certainty } from "./act";

/** An act after "the customer …" or "the agent …". */
export const actWords: Readonly<Record<Act, string>> = {
  "c.solved": "says that it is solved",
  "c.not_solved": "says that it is not solved",
  "c.thanks": "thanks",
  "c.accepts": "accepts what was offered",
  "c.declines": "declines what was offered",
  "c.requests_action": "wants something done",
  "c.asks_information": "wants to know something",
  "c.asks_for_person": "asks for a person",
  "c.asks_if_bot": "asks whether this is a machine",
  "c.opts_out": "wants no more messages or calls",
  "c.complains": "complains formally",
  "c.frustrated": "is frustrated with the service",
  "c.already_said": "had said this before",
  "c.back_again": "is back with the same matter",
  "c.told_otherwise": "was told something else before",
  "c.consents": "consents",
  "c.refuses_consent": "refuses consent",
  automatic: "is a machine that answers by itself",
  "a.claims_done": "says that something was done",
  "a.promises": "promises",
  "a.offers": "offers something to choose",
  "a.states_rule": "states a rule",
  "a.refuses": "refuses",
  "a.denies_earlier": "denies what was said or done before",
  "a.apologises": "apologises",
  "a.asks_identity": "asks who the customer is",
  "a.asks_detail": "asks about the matter",
  "a.says_is_ai": "says that it is an AI",
  "a.claims_human": "claims to be a person",
  "a.evades": "does not say whether it is a machine",
  "a.says_recorded": "says that this is recorded",
  "a.says_not_recorded": "says that this is not recorded",
  "a.transfers": "passes the customer on",
  "a.asks_to_wait": "asks to wait",
  "a.knows_history": "knows of an earlier contact",
  "a.closes": "ends the contact",
};

/** How sure a reading is. */
export const certaintyWords: Readonly<Record<Certainty, string>> = {
  sure: "sure: the most that is claimed of it",
  likely: "likely: more often right than wrong",
  possible: "possible: too likely to say that it is not so",
};
