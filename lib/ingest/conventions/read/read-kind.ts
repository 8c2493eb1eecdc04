import type { ConversationPart, SpanKind } from "@/lib/domain/trace/reading";
import type { SourceSpan } from "@/lib/domain/trace/span";
import type { NameRule } from "../convention";
import { isRecord, member, parsed, scalarText } from "../json";
import { kindOfWordOrNull } from "../kind-words";
import { firstSegment, rules, type Rules } from "../rules";
import type { Scan } from "../scan";

/** A span's kind, and the name rule that matched, if any. */
export type KindReading = {
  readonly kind: SpanKind;
  readonly rule: (NameRule & { readonly convention: string }) | null;
};

/** Reads a span's kind: a sure name, else kind attributes by precedence, then its name, then the presence of attributes. */
export function readKind(span: SourceSpan, scan: Scan): KindReading {
  const rule = ruleFor(span, scan);
  if (rule?.isSure === true) return { kind: rule.kind, rule };
  const declared = declaredKind(span, scan);
  if (declared !== null) return { kind: declared, rule };
  return { kind: rule?.kind ?? kindByPresence(scan), rule };
}

/** Kinds that a tracer gives to whatever is no more: a more exact word by another convention stands. */
const vagueWords: ReadonlySet<string> = new Set(["span", "task", "event", "default"]);

function declaredKind(span: SourceSpan, scan: Scan): SpanKind | null {
  const hits = scan.words.kind;
  if (hits === undefined) return null;
  let vague: SpanKind | null = null;
  for (const { key } of [...hits].sort((left, right) => left.rank - right.rank)) {
    const value = parsed(span.attributes.get(key) ?? null);
    const word = scalarText(isRecord(value) ? member(value, "type") : value);
    const kind = word === null ? null : kindOfWordOrNull(word);
    if (kind === null) continue;
    if (word === null || !vagueWords.has(word.toLowerCase())) return kind;
    vague ??= kind;
  }
  return vague;
}

function ruleFor(span: SourceSpan, scan: Scan): KindReading["rule"] {
  return rulesForName(span.name).find((rule) => holds(rule, span, scan)) ?? null;
}

/** Memoised with a bound: span names repeat, made-up ones must not fill memory. */
const rulesOfName = new Map<string, Rules["names"]>();
const mostNames = 5000;

function rulesForName(name: string): Rules["names"] {
  const known = rulesOfName.get(name);
  if (known !== undefined) return known;
  const matching = rules.names.filter((rule) => rule.name.test(name));
  if (rulesOfName.size < mostNames) rulesOfName.set(name, matching);
  return matching;
}

function holds(rule: NameRule, span: SourceSpan, scan: Scan): boolean {
  if (rule.when === undefined) return true;
  const { scope, key } = rule.when;
  if (scope !== undefined && span.scope.includes(scope)) return true;
  if (key === undefined || !scan.segments.has(firstSegment(key))) return false;
  for (const name of span.attributes.keys()) if (name.startsWith(key)) return true;
  return false;
}

function kindByPresence(scan: Scan): SpanKind {
  if (scan.words.toolName !== undefined) return "tool";
  const forms = [...scan.inputs, ...scan.outputs].map((candidate) => candidate.form);
  const hasMessages = forms.includes("flat") || forms.includes("messages");
  // `model_name` alone is ambiguous; a model span's attributes have a namespace.
  const isModel = scan.words.model?.some((hit) => hit.key.includes(".")) === true;
  if (isModel || hasMessages) return "llm";
  if (scan.segments.has("retrieval")) return "retriever";
  if (scan.segments.has("reranker")) return "reranker";
  return "other";
}

/** The default part in the conversation of a kind of span. */
export function partOfKind(kind: SpanKind, hasContent: boolean): ConversationPart {
  switch (kind) {
    case "llm":
      return "history";
    case "tool":
      return "tool";
    case "agent":
    case "chain":
    case "other":
      return hasContent ? "summary" : "none";
    case "retriever":
    case "embedding":
    case "reranker":
    case "guardrail":
    case "evaluator":
      return "none";
  }
}
