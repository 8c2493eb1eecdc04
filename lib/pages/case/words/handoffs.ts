import { formatCounted } from "@/lib/format/format";

/** What became of a fact at a handoff. */
export const fateLabels = {
  carried: "carried",
  "asked-again": "asked again",
  "said-again": "customer said it again",
  "verified-again": "asked to verify again",
  contradicted: "contradicted",
  lost: "lost",
  "not-needed": "not seen again",
} as const;

/** A handoff's facts, as one or two sentences. */
export const facts = {
  anotherAccount: "The contact before is about another account: nothing is compared.",
  none: "No earlier fact came up again.",
  lost: (names: string, isOne: boolean) =>
    `${names} ${isOne ? "was" : "were"} unknown to the next agent`,
  contradicted: (names: string, isOne: boolean) =>
    `${names} ${isOne ? "was" : "were"} contradicted`,
  askedAgain: (names: string) => `the customer was asked for ${names} again`,
  saidAgain: (names: string) => `The customer said ${names} again.`,
  verifiedAgain: (names: string) => `To verify them, the customer was asked for ${names} again.`,
  carried: (names: string, isOne: boolean) => `${names} ${isOne ? "was" : "were"} carried over.`,
} as const;

/** A handoff's verdict by its facts. */
export const verdicts = {
  anotherAccount: "another account",
  promiseLost: "promise lost",
  factLost: "fact lost",
  saidAgain: "said again",
  carried: "carried over",
  none: "nothing found",
} as const;

/** How an agent received an earlier promise. */
export const receptionLabels = {
  denied: "not known",
  ignored: "not taken up",
  known: "known",
  "not-mentioned": "not mentioned",
} as const;

/** A handoff in one line. */
export const handoffLine = {
  transferred: "Transferred:",
  within: (channel: string) => `within ${channel}`,
  again: (channel: string) => `again on ${channel}`,
  overlapping: (duration: string) => `overlapping by ${duration}`,
  later: (duration: string) => `${duration} later`,
} as const;

/** The chip on a handoff's connector, and its words in the list of events. */
export const gaps = {
  nothingFound: { chip: "nothing found", words: "nothing seen carried over or asked again" },
  anotherAccount: {
    chip: "another account",
    words: "the contact before was about another account",
  },
  verifiedAgain: { chip: "asked to verify", words: "the customer was asked to verify again" },
  saidAgain: "said again",
  kept: "kept",
  factsSaidAgain: (count: number) => `${formatCounted(count, "fact")} said again`,
  carried: (kept: number, needed: number) => `${kept} of ${formatCounted(needed, "fact")} carried`,
  share: (kept: number, needed: number) => `${kept} of ${needed}`,
  promiseLost: "a promise was lost",
} as const;

/** Facts and promises below a handoff. */
export const handoffLines = {
  label: "Facts and promises",
  more: (count: number) => formatCounted(count, "more line"),
  given: (kind: "fact" | "promise") => `, ${kind === "promise" ? "promised" : "given"}`,
  then: ", then",
} as const;

/** The packet that was handed over. */
export const packet = {
  title: "Handoff packet",
  handedOver: (form: string) => `${form} was handed over`,
  found: (topics: string) => `; found in it: ${topics}`,
  items: "Found in it",
} as const;
