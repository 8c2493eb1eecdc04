import { ownEntry } from "@/lib/domain/own-entry";
import { sentenceCase } from "@/lib/domain/sentence-case";
import { handoffKinds, type HandoffKind } from "@/lib/domain/case/case";
import { parseChannel } from "@/lib/domain/trace/channel";
import type { ComparedContacts, ComparedShare, Finding } from "@/lib/analytics/findings/finding";
import { alarmWords, places } from "@/lib/analytics/words/attribute-words";
import { pathInSentence } from "@/lib/analytics/findings/rates-apart";
import { kindWords, onChannel } from "@/lib/analytics/words/kind-words";
import { formatCounted } from "@/lib/format/format";
import {
  clusteredBasis,
  pointsWords,
  rateWords,
  signed,
  signedRange,
} from "@/lib/format/share-words";
import { channelWords, slugWords } from "@/lib/format/wording";

type Worded = Pick<Finding, "topic" | "value" | "figure">;

/**
 * A finding as a sentence without its full stop: "Outage cases end on time less often: 41% against 78% of the others".
 * @param beforeWords "the 90 days before"
 */
export function findingWords({ topic, value, figure }: Worded, beforeWords: string): string {
  if (figure.kind === "persona") {
    return `${channelWords[figure.channel]} ${alarmWords(figure)} ${driftWords[figure.drift.kind]}`;
  }
  if (figure.kind === "contacts") return contactsWords(value, figure, beforeWords);
  const way = figure.worse === "lower" ? "down" : "up";
  const past = `${rateWords(figure.own)}, ${way} from ${rateWords(figure.other)} in ${beforeWords}`;
  const beside = besideWords(figure);
  switch (topic) {
    case "resolution-past":
      return `Fewer cases are resolved: ${past}`;
    case "one-contact-past":
      return `Fewer cases are resolved in one contact: ${past}`;
    case "containment-past":
      return `Customers come back more often after AI alone: ${past}`;
    case "repeats-past":
      return `In more cases the customer has to repeat themselves: ${past}`;
    case "context-past":
      return `Fewer needed facts reach the next agent: ${past}`;
    case "promises-past":
      return `Fewer promises are kept on time: ${past}`;
    case "sla-past":
      return `Fewer cases end on time: ${past}`;
    case "resolution-by-type":
      return `${sentenceCase(slugWords(value))} cases are resolved less often: ${beside}`;
    case "resolution-by-first":
      return `Cases that start ${startOf(value)} are resolved less often: ${beside}`;
    case "returns-by-first":
      return `Customers come back more often after cases that start ${startOf(value)}: ${beside}`;
    case "resolution-by-kind": {
      const [type = "", first = ""] = value.split("\n");
      const words = kindWords({ type, first: parseChannel(first) ?? "unknown" });
      return `${sentenceCase(words)} are resolved less often: ${beside}`;
    }
    case "resolution-by-path":
      return `Cases ${pathInSentence(value)} are resolved less often: ${beside}`;
    case "resolution-by-release":
      return `Cases on release ${value} are resolved less often: ${beside}`;
    case "resolution-by-move":
      return `Cases that switch from ${pairInSentence(value)} are resolved less often: ${beside}`;
    case "sla-by-type":
      return `${sentenceCase(slugWords(value))} cases end on time less often: ${beside}`;
    case "sla-by-first":
      return `Cases that start ${startOf(value)} end on time less often: ${beside}`;
    case "context-by-pair":
      return `From ${pairInSentence(value)}, fewer needed facts reach the next agent: ${beside}`;
    case "context-by-team":
      return `When ${value} takes over, fewer needed facts reach the next agent: ${beside}`;
    case "context-by-direction":
      return `When ${directionInSentence(value)}, fewer needed facts reach the next agent: ${beside}`;
    case "context-by-kind":
      return `When ${handoffInSentence(value)}, fewer needed facts reach the next agent: ${beside}`;
    case "context-by-release":
      return `When release ${value} takes over, fewer needed facts reach it: ${beside}`;
    case "contacts-past":
    case "contacts-by-first":
    case "persona":
      return "";
  }
}

/** @param first the first channel; "": compared with the period before */
function contactsWords(
  first: string,
  { own, usual }: ComparedContacts,
  beforeWords: string,
): string {
  const [one, other] = [own.toFixed(2), usual.toFixed(2)];
  return first === ""
    ? `Cases take more contacts: ${one} each, ${other} for the same case types in ${beforeWords}`
    : `Cases that start ${startOf(first)} take more contacts: ${one} each against ${other} usual for their case types`;
}

/** What a channel's alarm is against. */
const driftWords = { weekly: "than its approved baseline", thin: "than in its baseline" } as const;

function besideWords({ own, other }: ComparedShare): string {
  return `${rateWords(own)} against ${rateWords(other)} of the others`;
}

/**
 * The counts and ranges behind a finding, as the page that shows it has them: "26 of 58, 33–58%, against 137 of 215,
 * 57–70%"; of a persona its change, "+0.6, +0.5 to +0.8, in 93 contacts".
 */
export function findingBasis({ figure, cases }: Pick<Finding, "figure" | "cases">): string {
  if (figure.kind === "share") {
    return `${clusteredBasis(figure.own)}, against ${clusteredBasis(figure.other)}`;
  }
  if (figure.kind === "contacts") {
    const { value, interval } = figure.difference;
    return `${signed(value, 2)}, ${signedRange(interval, 2)}, in ${formatCounted(cases, "case")}`;
  }
  const { attribute, drift } = figure;
  if (drift.effect === null) return "";
  const { value, interval, count } = drift.effect;
  const at = places(attribute);
  const change =
    drift.kind === "thin"
      ? pointsWords({ value, interval })
      : `${signed(value, at)}, ${signedRange(interval, at)}`;
  return `${change}, in ${formatCounted(count, "contact")}`;
}

/** "by chat". */
export function startOf(first: string): string {
  return onChannel(parseChannel(first) ?? "unknown");
}

/** "chat to phone". */
export function pairInSentence(value: string): string {
  const names = value.split(">").map((name) => {
    const words = channelWords[parseChannel(name) ?? "unknown"];
    return words.startsWith("SMS") ? words : words.toLowerCase();
  });
  return names.join(" to ");
}

/** "AI takes over from a person", of "human>ai". */
export function directionInSentence(value: string): string {
  if (value === "ai>ai") return "one AI agent takes over from another";
  if (value === "human>human") return "one person takes over from another";
  const [giver, taker] = value
    .split(">")
    .map((name) => ownEntry(takers, name) ?? "an unknown agent");
  return `${taker ?? ""} takes over from ${giver ?? ""}`;
}

const takers: Readonly<Record<string, string>> = { ai: "AI", human: "a person" };

/** "the channel changes", of "channel-switch". */
export function handoffInSentence(value: string): string {
  const kind = handoffKinds.find((each) => each === value);
  return kind === undefined ? "" : handoffClauses[kind];
}

const handoffClauses: Readonly<Record<HandoffKind, string>> = {
  "channel-switch": "the channel changes",
  return: "customers come back on the same channel",
  "ai-to-human": "AI hands over to a person",
  "human-to-ai": "a person hands over to AI",
  transfer: "a contact is transferred",
};

/** "about 12 cases a month"; of contacts per case, "about 30 contacts a month". */
export function sizeWords({ perMonth, figure }: Pick<Finding, "perMonth" | "figure">): string {
  const isOfContacts = figure.kind === "contacts";
  const [size, noun] = isOfContacts ? [perMonth * figure.perCase, "contact"] : [perMonth, "case"];
  return size < 1
    ? `less than a ${noun} a month`
    : `about ${formatCounted(Math.round(size), noun)} a month`;
}
