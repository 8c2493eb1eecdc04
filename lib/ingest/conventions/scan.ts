import type { IdentityField } from "@/lib/domain/identity";
import type { Attributes } from "@/lib/domain/span";
import type { ContentForm } from "./convention";
import { firstSegment, rules, type Rule, type WordField } from "./rules";

/** A place on the span where input or output may stand. */
export type Candidate = {
  readonly key: string;
  readonly form: ContentForm;
  readonly rank: number;
  readonly boundTo: string | null;
  /** For a flattened family: all its keys. */
  readonly keys: readonly string[];
};

/** What one pass over a span's attribute keys finds; nothing is parsed yet. */
export type Scan = {
  readonly words: Partial<
    Record<WordField, readonly { readonly key: string; readonly rank: number }[]>
  >;
  readonly inputs: Candidate[];
  readonly outputs: Candidate[];
  readonly identity: Partial<
    Record<IdentityField, readonly { readonly key: string; readonly rank: number }[]>
  >;
  /** Attributes that hold a metadata object. */
  readonly objects: string[];
  /** Keys under a dotted prefix of the user's own keys. */
  readonly bags: {
    readonly key: string;
    readonly name: string;
    readonly from: "metadata" | "association";
  }[];
  /** First segments of all keys, for rules that ask what is there. */
  readonly segments: ReadonlySet<string>;
  readonly isVoice: boolean;
};

type Ranked = { readonly key: string; readonly rank: number };
type Draft = {
  words: Partial<Record<WordField, Ranked[]>>;
  inputs: Candidate[];
  outputs: Candidate[];
  identity: Partial<Record<IdentityField, Ranked[]>>;
  objects: string[];
  bags: Scan["bags"];
  segments: Set<string>;
  families: Map<string, string[]>;
  isVoice: boolean;
};

/** Looks every key up in the compiled tables, once. */
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
  const exact = rules.exact.get(key);
  if (exact !== undefined) for (const rule of exact) apply(key, rule, [key], draft);
  const segment = firstSegment(key);
  draft.segments.add(segment);
  const prefixes = rules.prefixes.get(segment);
  if (prefixes === undefined) return;
  for (const rule of prefixes) {
    if (!key.startsWith(rule.prefix)) continue;
    if (rule.of === "voice") {
      draft.isVoice = true;
    } else if (rule.of === "bag") {
      draft.bags.push({ key, name: key.slice(rule.prefix.length), from: rule.from });
      break;
    } else if (isIndexed(key, rule.prefix.length)) {
      const known = draft.families.get(rule.prefix);
      if (known !== undefined) known.push(key);
      else {
        const keys = [key];
        draft.families.set(rule.prefix, keys);
        for (const one of rule.rules) apply(rule.prefix, one, keys, draft);
      }
    }
  }
}

/** A digit follows the prefix. */
function isIndexed(key: string, at: number): boolean {
  const code = key.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function apply(key: string, rule: Rule, keys: readonly string[], draft: Draft): void {
  switch (rule.of) {
    case "word":
      (draft.words[rule.field] ??= []).push({ key, rank: rule.rank });
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
