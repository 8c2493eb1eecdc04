import type { AttributeValue, SourceSpan } from "@/lib/domain/trace/span";
import { countsHere } from "../counts-here";
import { isRecord, member, parsed, scalarText, unquoted } from "../json";
import type { KindReading } from "./read-kind";
import type { WordField } from "../rules";
import type { Candidate, Scan, WordHit } from "../scan";

/** A span with its scan and kind, before its content is read. */
export type Scanned = {
  readonly span: SourceSpan;
  readonly scan: Scan;
  readonly kindReading: KindReading;
};

/** A field's first non-empty attribute by precedence. */
export function readWord(scanned: Scanned, field: WordField): string | null {
  for (const { key } of hitsOf(scanned, field)) {
    const text = wordIn(scanned.span.attributes.get(key), field);
    // MLflow writes every value as JSON, also names.
    if (text !== null) return text.startsWith('"') ? scalarText(unquoted(text)) : text;
  }
  return null;
}

/** The value itself, or the member of an object that describes a prompt. */
function wordIn(value: AttributeValue | undefined, field: WordField): string | null {
  const name = field === "promptName" ? "name" : field === "promptVersion" ? "version" : null;
  const object = name === null ? null : parsed(value ?? null);
  if (name === null || !isRecord(object)) return scalarText(value);
  return scalarText(member(object, name));
}

/** A field's attributes by precedence, without everyday keys that do not apply. */
export function hitsOf({ scan, kindReading }: Scanned, field: WordField): readonly WordHit[] {
  const hits = scan.words[field];
  return hits === undefined ? [] : inOrder(hits, kindReading);
}

/** The keys of a request's or reply's body by precedence. */
export function bodyKeys(
  candidates: readonly Candidate[],
  kindReading: KindReading,
): readonly string[] {
  return inOrder(candidates, kindReading)
    .filter(({ form }) => form === "body" || form === "request" || form === "prompt")
    .map(({ key }) => key);
}

function inOrder<Hit extends WordHit>(hits: readonly Hit[], kindReading: KindReading): Hit[] {
  const counting = hits.filter(({ boundTo }) => countsHere(boundTo, kindReading));
  return counting.length > 1 ? counting.sort((left, right) => left.rank - right.rank) : counting;
}
