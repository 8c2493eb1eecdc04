import type { AttributeValue } from "@/lib/domain/trace/span";
import { firstMember, isList, isRecord, member, recordMember, type JsonRecord } from "../json";

/**
 * A model's prompts or replies may be a list of texts: lines, or pieces as they were streamed, which begin with the
 * space before a word.
 */
export function asLines(body: AttributeValue): AttributeValue {
  if (!isList(body) || body.length === 0) return body;
  const texts = body.filter((item) => typeof item === "string");
  if (texts.length < body.length) return body;
  const glued = texts.slice(1).filter((text) => /^[ ,.;:!?]/.test(text)).length;
  return texts.join(glued > 0 && glued * 2 >= texts.length - 1 ? "" : "\n");
}

/** Names of stream events: Anthropic's, and OpenAI's Responses. */
const eventType = /^(?:message_|content_block_|response\.|ping$)/;

/**
 * The text of a reply that was kept as the chunks of its stream: OpenAI's, Anthropic's, Gemini's.
 * @returns null for any other list
 */
export function textOfChunks(body: AttributeValue): string | null {
  if (!isList(body) || body.length < 2) return null;
  const pieces = body.map((item) => (isRecord(item) ? pieceOf(item) : null));
  const texts = pieces.filter((piece) => piece !== null);
  const text = texts.join("");
  return texts.length < body.length || text === "" ? null : text;
}

/** A chunk's text, "" for one without; null if it is no chunk. */
function pieceOf(chunk: JsonRecord): string | null {
  const type = member(chunk, "type");
  if (typeof type === "string" && eventType.test(type)) return deltaOf(chunk, type);
  const choices = firstMember(chunk, ["choices", "candidates"]);
  if (!isList(choices)) return null;
  const [choice] = choices;
  if (choice === undefined) return "";
  if (!isRecord(choice)) return null;
  const index = member(choice, "index");
  const part = recordMember(choice, ["delta", "content"]);
  if (part === null) return null;
  return index === undefined || index === 0 ? textIn(part) : "";
}

function deltaOf(event: JsonRecord, type: string): string {
  const delta = member(event, "delta");
  if (typeof delta === "string") return type === "response.output_text.delta" ? delta : "";
  return isRecord(delta) && member(delta, "type") === "text_delta" ? textIn(delta) : "";
}

function textIn(part: JsonRecord): string {
  const said = firstMember(part, ["content", "text", "parts"]);
  if (!isList(said)) return typeof said === "string" ? said : "";
  const texts = said.filter(isRecord).filter((each) => member(each, "thought") !== true);
  return texts
    .map((each) => member(each, "text"))
    .filter((each) => typeof each === "string")
    .join("");
}
