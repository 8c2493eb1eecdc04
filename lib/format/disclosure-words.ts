import { ownEntry } from "@/lib/domain/own-entry";
import type { DisclosureStatus, UnreadReason } from "@/lib/domain/case/case-disclosure";
import type { ReviewState } from "@/lib/domain/quality/disclosure-review";
import type { Tone } from "./wording";

/** Short names of shipped rules; a workspace's own rules are called by their ids. */
const ruleNames: Readonly<Record<string, string>> = {
  "ai-identity-eu-art50": "AI identity (EU)",
  "ai-identity-on-request": "AI identity on request",
  "ai-identity-utah-regulated": "AI identity (Utah)",
  "ai-identity-maine": "AI identity (Maine)",
  "ai-identity-ca-bot": "AI identity (California)",
  "recording-notice-all-party": "Recording notice",
  "sms-opt-out": "SMS opt-out",
  "instalment-terms": "Instalment terms",
  "fdcpa-mini-miranda-initial": "Debt notice, initial",
  "fdcpa-subsequent": "Debt notice, later",
  "regf-optout-electronic": "Debt collection opt-out",
  "gdpr-art13-notice": "Privacy notice (GDPR)",
};

/** A rule's short name: "Recording notice". */
export function ruleName(rule: string): string {
  return ownEntry(ruleNames, rule) ?? rule;
}

/** How a status looks, and its words: "not found". */
export const disclosureStatusWords: Readonly<
  Record<DisclosureStatus, { readonly tone: Tone; readonly word: string }>
> = {
  given: { tone: "pass", word: "given" },
  late: { tone: "warn", word: "late" },
  wrong_order: { tone: "warn", word: "in the wrong order" },
  incomplete: { tone: "fail", word: "incomplete" },
  wrong_speaker: { tone: "fail", word: "by another speaker" },
  wrong_channel: { tone: "fail", word: "on another channel" },
  missing: { tone: "fail", word: "not found" },
  not_required: { tone: "none", word: "not required" },
  not_evaluable: { tone: "none", word: "not evaluable" },
};

/** A status as a filter: "not found", "not given as required". */
export function foundWords(found: DisclosureStatus | "not_given"): string {
  return found === "not_given" ? "not given as required" : disclosureStatusWords[found].word;
}

/** Why a contact could not be evaluated, as a heading. */
export const unreadWords: Readonly<Record<UnreadReason, string>> = {
  text: "Words removed or missing",
  language: "Language not read",
  region: "No region known",
  fact: "Other fact not known",
  unseen: "Traces do not show it",
  elsewhere: "Another contact decides",
};

/** How far rules could be evaluated on contacts, as a filter of theirs. */
export const readingWords: Readonly<Record<"unread" | "read" | "none" | UnreadReason, string>> = {
  unread: "on which some rule could not be evaluated",
  read: "on which every rule that applied was evaluated",
  none: "to which no disclosure rule applied",
  text: "that could not be evaluated: words removed or missing",
  language: "that could not be evaluated: in another language",
  region: "that could not be evaluated: no region known",
  fact: "that could not be evaluated: some other fact not known",
  unseen: "that could not be evaluated: traces do not show the event",
  elsewhere: "that could not be evaluated: another contact decides",
};

/** What was decided, in words: "confirmed"; `open`: "not reviewed". */
export const reviewWords: Readonly<Record<ReviewState, string>> = {
  open: "not reviewed",
  confirmed: "confirmed",
  overturned: "overturned",
  second_opinion: "second opinion asked",
  waived: "waived",
  escalated: "escalated",
  withheld: "decided, shown later",
};

/** A finding with its review: "not found by rule sms-opt-out, not reviewed". Nobody is accused before a review. */
export function findingWords(status: DisclosureStatus, rule: string, review: ReviewState): string {
  const { word } = disclosureStatusWords[status];
  const isPlain = status === "given" || status === "not_evaluable";
  if (isPlain && review === "open") return word;
  return isPlain
    ? `${word}, ${reviewWords[review]}`
    : `${word} by rule ${rule}, ${reviewWords[review]}`;
}
