import type { DataFinding } from "@/lib/domain/finding";
import type { Reading } from "@/lib/domain/reading";
import type { Settings } from "@/lib/domain/settings";
import type { SourceSpan } from "@/lib/domain/span";
import { countsHere } from "./conventions/counts-here";
import { declare } from "./conventions/declare";
import { scalarText } from "./conventions/json";
import { readBothSides } from "./conventions/read-both-sides";
import { readCaseEvents } from "./conventions/read-case-events";
import { readImportedScores } from "./conventions/read-imported-scores";
import { isFrameSpan } from "./conventions/is-frame-span";
import { partOfKind, readKind, type KindReading } from "./conventions/read-kind";
import { readMessageSpan } from "./conventions/read-message-span";
import { readPassages } from "./conventions/read-passages";
import type { WordField } from "./conventions/rules";
import { scanAttributes, type Scan } from "./conventions/scan";

const stripped: DataFinding = {
  code: "text-stripped",
  detail: "The words of this span were removed before it reached us.",
};

/**
 * Understands a span whatever instrumentation wrote it. Pure; never throws.
 *
 * `system` is the instructions attribute where there is one, else the text of the system messages the
 * input begins with; those never stand in `input`, so that `input` is the conversation.
 * `input` and `output` are messages where the speaker is known, else the text as sent.
 */
export function readSpan(span: SourceSpan, settings: Settings): Reading {
  const scan = scanAttributes(span.attributes, span.scope);
  const kindReading = readKind(span, scan);
  const { kind, rule } = kindReading;
  const { declared, findings } = declare(span, scan, settings);
  const content = readMessageSpan(span) ?? readBothSides(span, scan, kindReading);
  const retrieved = readPassages(span, scan);
  const hasContent = content.input !== null || content.output !== null;
  return {
    kind,
    part: isFrameSpan(span) ? "none" : (content.part ?? rule?.part ?? partOfKind(kind, hasContent)),
    declared,
    model:
      word(span, scan, kindReading, "model") ??
      (kind === "llm" ? word(span, scan, kindReading, "modelEntity") : null),
    promptName: word(span, scan, kindReading, "promptName"),
    promptVersion: word(span, scan, kindReading, "promptVersion"),
    toolName:
      word(span, scan, kindReading, "toolName") ??
      (kind === "tool" ? toolOf(span, scan, kindReading) : null),
    isToolError: readToolError(span, scan, kindReading),
    system: content.system,
    input: content.input,
    output: content.output,
    passages: retrieved.passages,
    caseEvents: readCaseEvents(span),
    importedScores: readImportedScores(span, scan),
    consumed: [...content.keys, ...retrieved.keys],
    findings: content.isStripped ? [...findings, stripped] : findings,
  };
}

function word(
  span: SourceSpan,
  scan: Scan,
  kindReading: KindReading,
  field: WordField,
): string | null {
  const hits = scan.words[field];
  if (hits === undefined) return null;
  const byRank = hits.length > 1 ? [...hits].sort((left, right) => left.rank - right.rank) : hits;
  for (const { key, boundTo } of byRank) {
    if (!countsHere(boundTo, kindReading)) continue;
    const text = scalarText(span.attributes.get(key));
    if (text !== null) return text;
  }
  return null;
}

/** A tool that is named nowhere else: by its span, without what instrumentations put before the name. */
function toolOf(span: SourceSpan, scan: Scan, kindReading: KindReading): string | null {
  const said = word(span, scan, kindReading, "toolEntity");
  if (said !== null) return said;
  const name = span.name.replace(
    /^(?:execute_tool|running tool:?|tool_call|tool:|tools\/call)\s+/,
    "",
  );
  return scalarText(name.replace(/\.tool$/, ""));
}

const failureWords = new Set(["true", "1", "error", "failed", "failure"]);

function readToolError(span: SourceSpan, scan: Scan, kindReading: KindReading): boolean {
  const said = word(span, scan, kindReading, "toolError");
  return said !== null && failureWords.has(said.toLowerCase());
}
