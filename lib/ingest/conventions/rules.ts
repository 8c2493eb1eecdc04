import type { IdentityField } from "@/lib/domain/trace/identity";
import { identityFields } from "@/lib/domain/trace/identity";
import type { ContentForm, Convention, NameRule } from "./convention";
import { precedence } from "./precedence";
import { conventions } from "./registry";

/** Single-valued fields other than content and identity. */
export const wordFields = [
  "kind",
  "model",
  "promptName",
  "promptVersion",
  "toolName",
  "toolError",
  "toolCallId",
  "failure",
  "toolEntity",
  "modelEntity",
  "modelObject",
  "system",
] as const;
export type WordField = (typeof wordFields)[number];

export type Rule =
  | {
      readonly of: "word";
      readonly field: WordField;
      readonly rank: number;
      readonly boundTo: string | null;
    }
  | {
      readonly of: "content";
      readonly side: "input" | "output";
      readonly form: ContentForm;
      readonly rank: number;
      /** Set if the key is an everyday word: the convention whose name rules must have matched. */
      readonly boundTo: string | null;
    }
  | { readonly of: "identity"; readonly field: IdentityField; readonly rank: number }
  | { readonly of: "object" };

/** Value of `boundTo` for any known kind. */
export const anyKind = "@kind";

export type PrefixRule =
  | { readonly of: "family"; readonly prefix: string; readonly rules: readonly Rule[] }
  | { readonly of: "bag"; readonly prefix: string; readonly from: "metadata" | "association" }
  | { readonly of: "voice"; readonly prefix: string };

export type Rules = {
  /** By attribute key. */
  readonly exact: ReadonlyMap<string, readonly Rule[]>;
  /** By a key's first segment, longest prefix first. */
  readonly prefixes: ReadonlyMap<string, readonly PrefixRule[]>;
  readonly names: readonly (NameRule & { readonly convention: string })[];
  readonly voiceScopes: readonly string[];
};

/** A key up to its first dot or colon. */
export function firstSegment(key: string): string {
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at);
    if (code === 46 || code === 58) return key.slice(0, at);
  }
  return key;
}

const wordKeys: Readonly<Record<WordField, (convention: Convention) => readonly string[]>> = {
  kind: (convention) => convention.kindKeys ?? [],
  model: (convention) => convention.model ?? [],
  promptName: (convention) => convention.promptName ?? [],
  promptVersion: (convention) => convention.promptVersion ?? [],
  toolName: (convention) => convention.toolName ?? [],
  toolError: (convention) => convention.toolError ?? [],
  toolCallId: (convention) => convention.toolCallId ?? [],
  failure: (convention) => convention.failure ?? [],
  toolEntity: (convention) => convention.toolEntity ?? [],
  modelEntity: (convention) => convention.modelEntity ?? [],
  modelObject: (convention) => convention.modelObjects ?? [],
  system: (convention) => convention.system ?? [],
};

/** The tables inverted: rules by attribute key. */
export const rules: Rules = compile(conventions);

function compile(tables: readonly Convention[]): Rules {
  const exact = new Map<string, Rule[]>();
  const families = new Map<string, Rule[]>();
  const add = (key: string, rule: Rule) => {
    const map = key.endsWith(".") ? families : exact;
    const known = map.get(key);
    if (known === undefined) map.set(key, [rule]);
    else if (!known.some((other) => isSame(other, rule))) known.push(rule);
  };
  for (const field of wordFields) addWords(tables, field, add);
  for (const field of identityFields) {
    const keys = tables.flatMap((table) => table.identity?.[field] ?? []);
    ranked(field, keys).forEach((key, rank) => {
      add(key, { of: "identity", field, rank });
    });
  }
  for (const side of ["input", "output"] as const) addContent(tables, side, add);
  for (const table of tables) {
    for (const key of table.metadataObjects ?? []) add(key, { of: "object" });
  }
  return {
    exact,
    prefixes: compilePrefixes(tables, families),
    names: tables.flatMap((table) =>
      (table.nameRules ?? []).map((rule) => ({ ...rule, convention: table.name })),
    ),
    voiceScopes: tables.flatMap((table) => table.voice?.scopes ?? []),
  };
}

function addWords(
  tables: readonly Convention[],
  field: WordField,
  add: (key: string, rule: Rule) => void,
): void {
  const keys = ranked(
    field,
    tables.flatMap((table) => wordKeys[field](table)),
  );
  for (const table of tables) {
    for (const key of wordKeys[field](table)) {
      add(key, { of: "word", field, rank: keys.indexOf(key), boundTo: boundary(table) });
    }
  }
}

function isSame(left: Rule, right: Rule): boolean {
  if (left.of === "content" && right.of === "content") {
    return left.side === right.side && left.boundTo === right.boundTo;
  }
  if (left.of === "word" && right.of === "word") {
    return left.field === right.field && left.boundTo === right.boundTo;
  }
  if (left.of === "object" || right.of === "object") return left.of === right.of;
  return left.of === right.of && "field" in left && "field" in right && left.field === right.field;
}

function addContent(
  tables: readonly Convention[],
  side: "input" | "output",
  add: (key: string, rule: Rule) => void,
): void {
  const sources = tables.flatMap((table) =>
    (table[side] ?? []).map((source) => ({
      ...source,
      boundTo: boundary(table),
    })),
  );
  const keys = ranked(
    side,
    sources.map((source) => source.key),
  );
  for (const source of sources) {
    const rank = keys.indexOf(source.key);
    const { form, boundTo } = source;
    add(source.key, { of: "content", side, form, rank, boundTo });
  }
}

/** What must have recognised the span for a convention's everyday keys to apply. */
function boundary(table: Convention): string | null {
  if (table.isKindBound === true) return anyKind;
  return table.isNameBound === true ? table.name : null;
}

/** By stated precedence, the rest in the order of the registry. */
function ranked(field: string, keys: readonly string[]): readonly string[] {
  const first = (precedence[field] ?? []).filter((key) => keys.includes(key));
  return [...new Set([...first, ...keys])];
}

function compilePrefixes(
  tables: readonly Convention[],
  families: ReadonlyMap<string, readonly Rule[]>,
): ReadonlyMap<string, readonly PrefixRule[]> {
  const all: PrefixRule[] = [];
  for (const [prefix, familyRules] of families)
    all.push({ of: "family", prefix, rules: familyRules });
  for (const table of tables) {
    for (const prefix of table.metadataPrefixes ?? [])
      all.push({ of: "bag", prefix, from: "metadata" });
    for (const prefix of table.associationPrefixes ?? []) {
      all.push({ of: "bag", prefix, from: "association" });
    }
    for (const prefix of table.voice?.keyPrefixes ?? []) all.push({ of: "voice", prefix });
  }
  const bySegment = new Map<string, PrefixRule[]>();
  for (const rule of all.sort((left, right) => right.prefix.length - left.prefix.length)) {
    const segment = firstSegment(rule.prefix);
    const group = bySegment.get(segment);
    if (group === undefined) bySegment.set(segment, [rule]);
    else group.push(rule);
  }
  return bySegment;
}
