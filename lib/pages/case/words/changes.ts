/** Above a case that can't be read again. */
export const away =
  "This case may be out of date: the server isn’t responding. It will update by itself once the server is back.";

/** The menu of what a person can change. */
export const changeMenu = {
  label: "Change",
  name: "Change this case",
  note: "Write a note…",
  merge: "Merge into another case…",
  split: "Split a contact off…",
  move: "Move a contact to another case…",
  cohort: "Add to a cohort…",
} as const;

/** The form of a note. */
export const noteDialog = {
  title: "Write a note",
  description:
    "Everybody who opens this case sees it. Personal data in it is masked before it is kept.",
  submit: "Save note",
  note: "Note",
} as const;

/** What merging, splitting and moving share. */
export const movedCases = {
  otherId: "Id of the other case",
  moves: "What moves:",
} as const;

/** The form of a merge. */
export const mergeDialog = {
  title: "Merge into another case",
  description:
    "Everything of this case is read as the other one’s. This case is kept as a duplicate, and you can take it back.",
  submit: "Merge",
} as const;

/** The form that splits a contact off. */
export const splitDialog = {
  title: "Split a contact off",
  description:
    "The contact becomes a case of its own. Anything in the same trace stays in this case, and you can take it back.",
  submit: "Split off",
  id: "Id of the new case",
} as const;

/** The form that moves a contact. */
export const moveDialog = {
  title: "Move a contact to another case",
  description:
    "The contact is read as the other case’s. Anything in the same trace stays in this case, and you can take it back.",
  submit: "Move",
  id: movedCases.otherId,
} as const;

/** The choice of a contact, and what moves with it. */
export const contactChoice = {
  contact: "Contact",
  looking: "Looking up what moves…",
  none: "Choose a contact to see what moves.",
} as const;

/** The form that adds the case to a cohort. */
export const cohortDialog = {
  title: "Add to a cohort",
  description:
    "The cohort gets a new version with this case as it is now; runs of the older versions stay what they were.",
  noCohort: "There is no cohort yet. Make one of a",
  listOfCases: "list of cases",
  added: "The case is added.",
  open: (cohort: string) => `Open ${cohort}`,
  submit: "Add",
  cohort: "Cohort",
  expected: "What was expected",
  expectedExample: "The refund is confirmed on the phone without asking again.",
} as const;

/** The card of notes, decisions and detached labels. */
export const caseLog = {
  title: "Notes and decisions",
  subtitle: "What people wrote and changed; kept when cases are rebuilt",
  undo: "Undo",
  undoOf: (decision: string, caseId: string) => `Undo: ${decision} ${caseId}`,
  noCase: "no case",
  detached: "no longer applies: the data it refers to was deleted",
  remove: "Remove",
  removeNote: "Remove this note",
  writtenOn: "written on",
  mergedIntoThis: ", which was merged into this",
  busy: "Saving…",
} as const;

/** The notice while a change is derived. */
export const waiting =
  "A change is being worked out. What you see is how the case stood before; the page follows by itself.";
