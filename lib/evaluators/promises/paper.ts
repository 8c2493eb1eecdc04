import { ownEntry } from "@/lib/domain/own-entry";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";

const papers =
  /\b(instruction|label|confirmation|receipt|invoice|reminder|tracking|update|quote|contract|form|document|summar)(?:s|y|ies|ation)?\b/i;
/** Any message may be called so. */
const general = /^(confirmation|summar|document)$/;
/** "The e-mail" or "your confirmation" rather than "an e-mail about your new card", and no address. */
const theMessage =
  /(?<!\bto )\b(?:the|that|this|our) (?:\w{1,20} )?(?:e-?mail|text|sms|letter|message)\b(?! (?:address|account|on file))|\b(?:the|that|this|our|your) (?:\w{1,20} )?(?:confirmation|summary)\b/i;

/** What a message brings, in the words of a text: "instruction", "label"; null if it is not said. */
export function paperIn(text: string): string | null {
  return papers.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** Where it is said that something will happen. */
const future = /\b(?:will|shall|should|going to|expect|being)\b|['’]ll\b/i;
/** A heading, or a sentence that ends inside its quotation marks. */
const heading = /^.*(?::\s|[.!?]["”]\s|\n)/s;

/** The words of a promise without a heading or a sentence before it. */
export function withoutHeading(text: string): string {
  const at = text.search(future);
  if (at < 0) return text;
  const before = text.slice(0, at);
  return before.replace(heading, "") + text.slice(at);
}

/** True if the words name what another message brings. */
export function namesOtherPaper(text: string, paper: string): boolean {
  return paperIn(text) !== null && !text.toLowerCase().includes(paper);
}

/** True if a message that brings one may be meant by the other; null if it is not said. */
export function mayBeSamePaper(one: string | null, other: string | null): boolean {
  return [one, other].some((each) => each === null || general.test(each)) || one === other;
}

/**
 * True if the words name what a promised message was to bring, or refer to "the e-mail" and name nothing else that it
 * brings.
 * @param paper from `paperIn`
 */
export function meansMessage(text: string, paper: string | null): boolean {
  if (paper !== null && text.toLowerCase().includes(paper)) return true;
  const named = paperIn(text);
  const isOther =
    named !== null && !(general.test(named) && (paper === null || general.test(paper)));
  return !isOther && theMessage.test(text);
}

const forms: readonly (readonly [RegExp, string])[] = [
  [/\be-?mail/i, "e-mail"],
  [/\b(?:text|sms)\b/i, "text message"],
  [/\bletter\b/i, "letter"],
];
/** What a message brings, after "with". */
const broughtBy: Readonly<Record<string, string>> = {
  instruction: "instructions",
  label: "a label",
  confirmation: "a confirmation",
  receipt: "a receipt",
  invoice: "an invoice",
  summar: "a summary",
  reminder: "a reminder",
  tracking: "tracking details",
  update: "an update",
  quote: "a quote",
  contract: "a contract",
  form: "a form",
  document: "documents",
};

/** A promised message by what it is and brings, as far as the words say: "e-mail with instructions". */
export function messageName(text: string): string {
  const form = forms.find(([words]) => words.test(text.replace(maskedPattern, " ")))?.[1];
  const paper = ownEntry(broughtBy, paperIn(text) ?? "");
  return `${form ?? "message"}${paper === undefined ? "" : ` with ${paper}`}`;
}

/** The name of a message promised twice: its form and what it brings as far as either says them, the first before. */
export function joinMessageNames(one: string, other: string): string {
  const [form, brings] = one.split(" with ");
  const [otherForm, otherBrings] = other.split(" with ");
  const named = form === "message" ? otherForm : form;
  const brought = brings ?? otherBrings;
  return `${named ?? "message"}${brought === undefined ? "" : ` with ${brought}`}`;
}
