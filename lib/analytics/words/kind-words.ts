import { sentenceCase } from "@/lib/domain/sentence-case";
import { MISSING } from "../facets/case-facets";
import type { Cell } from "../outcomes/cell-sums";
import { channelWords, slugWords } from "@/lib/format/wording";

type Kind = Pick<Cell, "type" | "first">;

/** A kind of case in a sentence: "outage cases that start in chat". */
export function kindWords({ type, first }: Kind): string {
  const what = type === MISSING ? "cases of no type" : `${slugWords(type)} cases`;
  return `${what} ${first === MISSING ? "without a contact" : `that start ${onChannel(first)}`}`;
}

/** A kind of case as a name: "Outage, starting in chat". */
export function kindName({ type, first }: Kind): string {
  const what = type === MISSING ? "no type" : slugWords(type);
  const named = sentenceCase(what);
  return first === MISSING ? `${named}, no contact` : `${named} ${onChannel(first)}`;
}

const places: Readonly<Record<Exclude<Kind["first"], "">, string>> = {
  voice: "on the phone",
  chat: "in chat",
  email: "by email",
  sms: "by SMS",
  social: "on social media",
  in_app: "in the app",
  unknown: "on an unknown channel",
};

/** A channel after a verb: "in the app", "by email". */
export function onChannel(first: Exclude<Kind["first"], "">): string {
  return places[first];
}

/** The finding where there is nothing to compare. */
export const sameFirst = "All cases here have the same first channel";

/** A channel or "" in words: "Chat", "No contact". */
export function firstWords(first: Kind["first"]): string {
  return first === MISSING ? "No contact" : channelWords[first];
}
