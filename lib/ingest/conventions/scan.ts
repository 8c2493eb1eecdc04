import type { IdentityField } from "@/lib/domain/trace/identity";
import type { Attributes } from "@/lib/domain/trace/span";
import type { ContentForm } from "./convention";
import { firstSegment, rules, type PrefixRule, type Rule, type WordField } from "./rules";

/** A possible source of a span's input or output. */
export type Candidate = {
  readonly key: string;
  readonly form: ContentForm;
  readonly rank: number;
  readonly boundTo: string | null;
  /** For a flattened family: all its keys. */
  readonly keys: readonly string[];
};

/** An attribute with a field's value, if its convention's everyday keys apply to this span. */
export type WordHit = {
  readonly key: string;
  readonly rank: number;
  readonly boundTo: string | null;
};

/** Result of one pass over a span's attribute keys; values are not parsed yet. */
export type Scan = {
  readonly words: Partial<Record<WordField, readonly WordHit[]>>;
  readonly inputs: Candidate[];
  readonly outputs: Candidate[];
  readonly identity: Partial<
    Record<IdentityField, readonly { readonly key: string; readonly rank: number }[]>
  >;
  /** Attributes with a metadata object. */
  readonly objects: string[];
  /** Custom keys by their dotted prefix. */
  readonly bags: {
    readonly key: string;
    readonly name: string;
    readonly from: "metadata" | "association";
  }[];
  /** First segments of all keys, for rules about their presence. */
  readonly segments: ReadonlySet<string>;
  readonly isVoice: boolean;
};

type Ranked = { readonly key: string; readonly rank: number };
type Draft = {
  words: Partial<Record<WordField, WordHit[]>>;
  inputs: Candidate[];
  outputs: Candidate[];
  identity: Partial<Record<IdentityField, Ranked[]>>;
  objects: string[];
  bags: Scan["bags"];
  segments: Set<string>;
  families: Map<string, string[]>;
  isVoice: boolean;
};

/** Looks each key up in the compiled tables once. */
export function scanAttributes(attributes: Attributes, scope: string): Scan {
  const draft: Draft = {
    words: {},
    inputs: [],
    outputs: [],
    identity: {},
    objects: [],
    bags: [],
    segments: new Set(),
    families: new Map(),
    isVoice: rules.voiceScopes.some((part) => scope.includes(part)),
  };
  for (const key of attributes.keys()) scanKey(key, draft);
  return draft;
}

function scanKey(key: string, draft: Draft): void {
  const plan = planFor(key);
  draft.segments.add(plan.segment);
  for (const rule of plan.exact) apply(key, rule, [key], draft);
  for (const rule of plan.prefixes) {
    if (rule.of === "voice") {
      draft.isVoice = true;
    } else if (rule.of === "bag") {
      draft.bags.push({ key, name: key.slice(rule.prefix.length), from: rule.from });
    } else {
      addToFamily(key, rule, draft);
    }
  }
}

function addToFamily(
  key: string,
  family: Extract<PrefixRule, { readonly of: "family" }>,
  draft: Draft,
): void {
  const known = draft.families.get(family.prefix);
  if (known !== undefined) {
    known.push(key);
    return;
  }
  const keys = [key];
  draft.families.set(family.prefix, keys);
  for (const rule of family.rules) apply(family.prefix, rule, keys, draft);
}

/** The rules for a key, independent of the span. */
type Plan = {
  readonly segment: string;
  readonly exact: readonly Rule[];
  readonly prefixes: readonly PrefixRule[];
};

/** Memoised with a bound: exporters repeat a few keys, made-up ones must not fill memory. */
const plans = new Map<string, Plan>();
const mostPlans = 5000;

function planFor(key: string): Plan {
  const known = plans.get(key);
  if (known !== undefined) return known;
  const segment = firstSegment(key);
  const plan = {
    segment,
    exact: rules.exact.get(key) ?? [],
    prefixes: matchingPrefixes(key, rules.prefixes.get(segment) ?? []),
  };
  if (plans.size < mostPlans) plans.set(key, plan);
  return plan;
}

function matchingPrefixes(key: string, candidates: readonly PrefixRule[]): readonly PrefixRule[] {
  const matching: PrefixRule[] = [];
  for (const rule of candidates) {
    if (!key.startsWith(rule.prefix)) continue;
    if (rule.of === "family" && !isIndexed(key, rule.prefix.length)) continue;
    matching.push(rule);
    if (rule.of === "bag") break;
  }
  return matching;
}

/** A digit follows the prefix. */
function isIndexed(key: string, at: number): boolean {
  const code = key.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function apply(key: string, rule: Rule, keys: readonly string[], draft: Draft): void {
  switch (rule.of) {
    case "word":
      (draft.words[rule.field] ??= []).push({ key, rank: rule.rank, boundTo: rule.boundTo });
      return;
    case "identity":
      (draft.identity[rule.field] ??= []).push({ key, rank: rule.rank });
      return;
    case "object":
      draft.objects.push(key);
      return;
    case "content": {
      const { form, rank, boundTo } = rule;
      const list = rule.side === "input" ? draft.inputs : draft.outputs;
      list.push({ key, form, rank, boundTo, keys });
    }
  }
}
