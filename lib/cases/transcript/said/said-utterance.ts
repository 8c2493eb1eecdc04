import { isRedaction } from "@/lib/domain/trace/is-redaction";
import type { Utterance } from "@/lib/domain/trace/reading";
import { spokenText } from "../spoken-text";
import { withoutStamp } from "./without-stamp";
import { withoutThoughts } from "./without-thoughts";

const known = new WeakMap<Utterance, Utterance | null>();

/** Words that programs print where a message only calls tools. */
const nothing = /^\s*(?:none|null|undefined|nan|[[(<]?(?:no content|empty)[\])>]?)\s*$/i;

/**
 * What was said of an utterance: a structured reply's text, without a model's thoughts and without what a program put
 * for no text or before it. Utterances without any of these are returned as they are.
 * @returns null if nothing of it was said: all of it was thought, or a redactor removed it
 */
export function saidUtterance(utterance: Utterance): Utterance | null {
  if (utterance.speaker === "tool") return utterance;
  const before = known.get(utterance);
  if (before !== undefined) return before;
  const said = read(utterance);
  known.set(utterance, said);
  return said;
}

function read(utterance: Utterance): Utterance | null {
  const { speaker, text, toolCalls = [] } = utterance;
  const said = saidText(utterance);
  if (said === text && !isRedaction(text)) return utterance;
  if (toolCalls.length === 0 && (isRedaction(said) || said === "")) return null;
  return { ...utterance, speaker, text: isRedaction(said) ? "" : said };
}

function saidText({ speaker, text, toolCalls = [] }: Utterance): string {
  if (speaker === "customer") return withoutStamp(text);
  if (speaker !== "agent") return text;
  if (toolCalls.length > 0 && nothing.test(text)) return "";
  const spoken = withoutThoughts(text);
  return /^\s*(?:"?\{|```)/.test(spoken) ? (spokenText(spoken) ?? spoken) : spoken;
}
