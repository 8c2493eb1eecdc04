import type { AttributeValue } from "@/lib/domain/trace/span";
import { isList, isRecord, member, parsed, scalarText, unquoted, type JsonRecord } from "../json";
import { speakerOf } from "@/lib/domain/trace/speaker";

/** Keys of the text in a request of common clients, and in a document or part. */
const textKeys = [
  "query",
  "query_text",
  "queryText",
  "search_query",
  "question",
  "text",
  "texts",
  "inputText",
  "input",
  "inputs",
  "page_content",
  "pageContent",
  "content",
  "contents",
  "parts",
  "message",
  "messages",
  "embedding",
  "document",
  "value",
  "kwargs",
];
const deepest = 6;

/**
 * Reads the texts that were embedded, searched for or ranked: a text, a list of texts, or a request body.
 * @returns the texts, one per line; null if there are none (tokens or vectors, say)
 */
export function readTexts(value: AttributeValue, depth = 0): string | null {
  if (depth > deepest) return null;
  const given = parsed(value);
  if (typeof given === "string") return given.trim() === "" ? null : unquoted(given);
  if (isList(given)) return textsOfList(given, depth);
  if (!isRecord(given)) return null;
  for (const key of textKeys) {
    const inner = member(given, key);
    const text = inner === undefined ? null : readTexts(inner, depth + 1);
    if (text !== null) return text;
  }
  return null;
}

/** In a list of messages the documents have the system role and the query the user's. */
function textsOfList(list: readonly AttributeValue[], depth: number): string | null {
  const asked = list.filter((item) => !isRecord(item) || !isInstruction(item));
  const texts = (asked.length === 0 ? list : asked).map((item) => readTexts(item, depth + 1));
  const found = texts.filter((text) => text !== null);
  return found.length === 0 ? null : found.join("\n");
}

function isInstruction(item: JsonRecord): boolean {
  const role = scalarText(member(item, "role"));
  return role !== null && speakerOf(role) === "system";
}
