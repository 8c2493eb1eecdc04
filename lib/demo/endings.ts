/** How a contact ends. */
export type Ending =
  | "write"
  | "confirmed"
  | "claimed"
  | "promised"
  | "credit"
  | "handed"
  | "refused"
  | "needs-more"
  | "open"
  | "failed";
