import type { Passage } from "@/lib/domain/trace/reading";
import type { AttributeValue, SourceSpan } from "@/lib/domain/trace/span";
import { unflatten } from "../flattened";
import {
  firstMember,
  isList,
  isRecord,
  member,
  parsed,
  scalarText,
  textOf,
  type JsonRecord,
} from "../json";
import type { KindReading } from "./read-kind";
import { readTexts } from "./read-texts";
import { bodyKeys } from "./read-word";
import type { Scan } from "../scan";

const flatPrefix = "retrieval.documents.";
const listKeys = [
  "gen_ai.retrieval.documents",
  "retrieval.documents",
  "retrieval.document",
  "db.vector.query.response.documents",
  "langwatch.rag.contexts",
];
const textKeys = ["content", "page_content", "pageContent", "text", "document", "pageText"];
const scoreKeys = ["score", "relevance_score", "similarity", "distance"];

/** Members of a retriever's reply that list documents. */
const replyKeys = ["documents", "docs", "results", "matches", "output", "outputs", "value"];

/**
 * Reads a retriever's results: flattened or listed documents, else vector-database result events,
 * else the documents in its output.
 * @returns the passages and the keys that they were read from
 */
export function readPassages(
  span: SourceSpan,
  scan: Scan,
  kindReading: KindReading,
): { readonly passages: readonly Passage[]; readonly keys: readonly string[] } {
  const keys = scan.segments.has("retrieval") ? flatKeys(span) : [];
  if (keys.length > 0) {
    return { passages: fromList(unflatten(span.attributes, keys, flatPrefix)), keys };
  }
  for (const key of listKeys) {
    const list = documentsIn(span.attributes.get(key) ?? null, 0);
    if (list !== null) return { passages: fromList(list), keys: [key] };
  }
  const passages = fromEvents(span);
  const isReply = passages.length === 0 && kindReading.kind === "retriever";
  return { passages: isReply ? fromOutputs(span, scan, kindReading) : passages, keys: [] };
}

function fromOutputs(span: SourceSpan, scan: Scan, kindReading: KindReading): Passage[] {
  for (const key of bodyKeys(scan.outputs, kindReading)) {
    const list = documentsIn(span.attributes.get(key) ?? null, 0);
    if (list?.every(isRecord) === true) return fromList(list);
  }
  return [];
}

/** A list of documents, at the top level or under a reply's key. */
function documentsIn(value: AttributeValue, depth: number): readonly AttributeValue[] | null {
  const given = parsed(value);
  if (isList(given)) return given;
  if (!isRecord(given) || depth > 2) return null;
  const inner = firstMember(given, replyKeys);
  return inner === undefined ? null : documentsIn(inner, depth + 1);
}

function flatKeys(span: SourceSpan): string[] {
  return [...span.attributes.keys()].filter((key) => key.startsWith(flatPrefix));
}

function fromList(list: readonly AttributeValue[]): Passage[] {
  return list.flatMap((item) => {
    if (typeof item === "string") return [{ id: null, text: item, score: null }];
    return isRecord(item) ? [passage(item)] : [];
  });
}

function passage(item: JsonRecord): Passage {
  const inner = member(item, "document");
  const document = isRecord(inner) ? inner : item;
  const said = firstMember(document, textKeys) ?? null;
  const text = typeof said === "string" ? said : (readTexts(said) ?? textOf(said));
  return {
    id: scalarText(firstMember(document, ["id", "document_id", "doc_id"])),
    text: text === "" ? null : text,
    score: asNumber(firstMember(document, scoreKeys) ?? firstMember(item, scoreKeys)),
  };
}

function fromEvents(span: SourceSpan): Passage[] {
  const passages: Passage[] = [];
  for (const event of span.events) {
    if (event.name !== "db.query.result") continue;
    const said = (name: string) => event.attributes.get(`db.query.result.${name}`);
    const text = textOf(said("document") ?? said("metadata"));
    passages.push({
      id: scalarText(said("id")),
      text: text === "" ? null : text,
      score: asNumber(said("score") ?? said("distance")),
    });
  }
  return passages;
}

function asNumber(value: AttributeValue | undefined): number | null {
  const text = scalarText(value);
  const number = text === null ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}
