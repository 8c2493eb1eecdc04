/** How AI agents spoke in a contact. */
export type ContactStyle = {
  readonly words: number;
  /** In the order of `personaAttributes` and the contract's units; null where too few words tell it. */
  readonly values: readonly (number | null)[];
};

/** What was seen of the case's notes in a contact; `unseen`: no notes of the case reached us at all. */
export const noteActs = ["unseen", "none", "read", "written", "both"] as const;
export type NoteActs = (typeof noteActs)[number];
