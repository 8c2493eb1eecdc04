import { evaluatorEntry } from "@/lib/domain/quality/evaluator-catalogue";
import { parseChannel } from "@/lib/domain/trace/channel";
import { channelWords, slugWords } from "@/lib/format/wording";
import { scoreBands, MISSING } from "./case-facets";

/** Channels in order: "Chat → Voice". */
export function channelPathWords(value: string): string {
  return value === MISSING ? "No contact" : value.split(">").map(channelName).join(" → ");
}

/** From one contact to the next: "Chat → Voice", "Chat → Chat again", "Chat → Voice, by the customer". */
export function moveWords(value: string): string {
  const [move = "", starter] = value.split(":");
  const [from = "", to = ""] = move.split(">");
  const words = [from, to].map(channelName).join(" → ") + (from === to ? " again" : "");
  return starter === undefined ? words : `${words}, by the ${starter}`;
}

function channelName(word: string): string {
  const channel = parseChannel(word);
  return channel === null ? word : channelWords[channel];
}

/** A known value in words; another as it is. */
export function labelOf<Value extends string>(
  known: readonly Value[],
  value: string,
  wordsFor: (value: Value) => string,
): string {
  const found = known.find((each) => each === value);
  return found === undefined ? value : wordsFor(found);
}

/** An evaluator's band in words: "Repeated information: asked again". */
export function scoreWords(value: string): string {
  const cut = value.lastIndexOf(":");
  const evaluator = value.slice(0, cut);
  const band = scoreBands.find((each) => each === value.slice(cut + 1));
  const entry = evaluatorEntry(evaluator);
  if (band === undefined) return value;
  const name = entry?.words ?? slugWords(evaluator);
  if (band === "none") return `${name}: not scored`;
  if (band === "middling" || entry === null) return `${name}: ${entry?.says[1] ?? band}`;
  const isHigh = (entry.direction === "higher-is-better") === (band === "good");
  return `${name}: ${entry.says[isHigh ? 2 : 0]}`;
}
