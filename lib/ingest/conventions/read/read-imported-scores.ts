import type { ImportedScore } from "@/lib/domain/trace/reading";
import type { AttributeValue, Attributes, SourceSpan } from "@/lib/domain/trace/span";
import { unflatten } from "../flattened";
import { firstMember, isRecord, member, scalarText, type JsonRecord } from "../json";
import type { Scan } from "../scan";

const flatPattern = /^(?:(trace|session)\.)?(annotations|evaluations)\.\d/;
const flatPrefixes = ["annotations.", "evaluations."];

/** Reads scores by external evaluators or reviewers, without rescaling. */
export function readImportedScores(span: SourceSpan, scan: Scan): readonly ImportedScore[] {
  const scores: ImportedScore[] = [];
  for (const event of span.events) {
    if (event.name === "gen_ai.evaluation.result") scores.push(...readOtelScore(event.attributes));
  }
  if (scan.segments.has("gen_ai")) scores.push(...readOtelScore(span.attributes));
  if (["annotations", "evaluations", "trace", "session"].some((name) => scan.segments.has(name))) {
    scores.push(...fromFlattened(span));
  }
  if (scan.segments.has("eval")) scores.push(...fromEvalKeys(span.attributes));
  return scores;
}

/** The evaluation in the attributes of an event `gen_ai.evaluation.result`. */
export function readOtelScore(attributes: Attributes): ImportedScore[] {
  const name = scalarText(attributes.get("gen_ai.evaluation.name"));
  if (name === null) return [];
  return [
    {
      name,
      value: asNumber(attributes.get("gen_ai.evaluation.score.value")),
      label: scalarText(attributes.get("gen_ai.evaluation.score.label")),
      because: scalarText(attributes.get("gen_ai.evaluation.explanation")),
      annotator: null,
      scope: "span",
      targetSpanId: scalarText(attributes.get("gen_ai.evaluation.target_span_id")),
    },
  ];
}

function fromFlattened(span: SourceSpan): ImportedScore[] {
  const scores: ImportedScore[] = [];
  for (const scope of ["span", "trace", "session"] as const) {
    for (const plain of flatPrefixes) {
      const prefix = scope === "span" ? plain : `${scope}.${plain}`;
      const keys = [...span.attributes.keys()].filter(
        (key) => key.startsWith(prefix) && flatPattern.test(key),
      );
      if (keys.length === 0) continue;
      for (const item of unflatten(span.attributes, keys, prefix)) {
        const score = isRecord(item) ? fromAnnotation(item, span, scope) : null;
        if (score !== null) scores.push(score);
      }
    }
  }
  return scores;
}

function fromAnnotation(
  item: JsonRecord,
  span: SourceSpan,
  scope: ImportedScore["scope"],
): ImportedScore | null {
  const inner = firstMember(item, ["annotation", "evaluation"]);
  const fields = isRecord(inner) ? inner : item;
  const name = scalarText(member(fields, "name"));
  if (name === null) return null;
  return {
    name,
    value: asNumber(member(fields, "score")),
    label: scalarText(member(fields, "label")),
    because: scalarText(member(fields, "explanation")),
    annotator: scalarText(firstMember(fields, ["annotator_kind", "identifier"])),
    scope,
    targetSpanId: scope === "span" ? (span.links[0]?.spanId ?? null) : null,
  };
}

/** fi.evals: `eval.<metric>`, with `.reason` and `.latency_ms` beside it. */
function fromEvalKeys(attributes: Attributes): ImportedScore[] {
  const scores: ImportedScore[] = [];
  for (const [key, value] of attributes) {
    const name = /^eval\.([^.]+)$/.exec(key)?.[1];
    if (name === undefined) continue;
    const number = typeof value === "boolean" ? Number(value) : asNumber(value);
    const label = number === null ? scalarText(value) : null;
    if (number === null && label === null) continue;
    scores.push({
      name,
      value: number,
      label,
      because: scalarText(attributes.get(`${key}.reason`)),
      annotator: null,
      scope: "span",
      targetSpanId: null,
    });
  }
  return scores;
}

function asNumber(value: AttributeValue | undefined): number | null {
  const text = scalarText(value);
  const number = text === null ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}
