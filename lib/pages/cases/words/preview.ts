/** The preview beside the list. */
export const preview = {
  of: (caseId: string) => `Preview of case ${caseId}`,
  show: (caseId: string) => `Preview ${caseId}`,
  close: "Close the preview",
  closeOf: (caseId: string) => `Close the preview of ${caseId}`,
  open: "Open",
  failed: "The preview could not be read.",
  tryAgain: "Try again",
  reading: (caseId: string) => `Reading ${caseId}`,
  missing: (caseId: string) => `There is no case ${caseId} in this workspace.`,
} as const;

/** The names of a case's facts. */
export const previewFacts = {
  contacts: "Contacts",
  opened: "Opened",
  lastContact: "Last contact",
  ending: "How it ended",
  evidence: "Evidence",
  customer: "Customer",
  customerUnknown: "unknown",
} as const;

/** Why a case is on the list. */
export const previewReasons = { title: "Why it is on this list" } as const;

/** The handoffs of a case. */
export const previewHandoffs = {
  title: "Handoffs",
  kept: "nothing repeated",
  saidAgain: "said again",
  askedAgain: "asked again",
  unknown: "not known",
  context: (score: string) => `context ${score}`,
  again: (channel: string) => `${channel}, again`,
} as const;
