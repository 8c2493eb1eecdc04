import type { DataFinding, DataFindingCode } from "@/lib/domain/trace/finding";
import { identityFields, type Declaration } from "@/lib/domain/trace/identity";
import type { ReadingSettings } from "@/lib/domain/settings/settings";
import { withRoleSpeakers } from "@/lib/domain/trace/keyed-words";
import type { Content, ConversationPart, SpanKind } from "@/lib/domain/trace/reading";
import type { Attributes } from "@/lib/domain/trace/span";
import type { SpanExtra } from "@/lib/domain/trace/storable-span";
import { addKeyedWords, findUnknownRoles, settledBy, type KeyedReading } from "./add-keyed-words";
import { declare } from "./conventions/declare";
import { scanAttributes } from "./conventions/scan";
import { isSpeaking } from "./prepare-span";
import { strippedFinding } from "./read-span";

/** The members of a stored span that declare its identity. */
export type StoredDeclarations = {
  /** Masked, without attributes whose text is stored elsewhere. */
  readonly attributes: Attributes;
  /** Shared by reference between the spans of one resource. */
  readonly resource: Attributes;
  readonly scope: string;
  readonly declared: Declaration;
};

type Side = "input" | "output";

/** The members of a stored span that settings change. */
export type StoredReading = StoredDeclarations & {
  readonly kind: SpanKind;
  readonly part: ConversationPart;
  readonly isTextStripped: boolean;
  readonly extra: SpanExtra;
  readonly has: Readonly<Record<Side, boolean>>;
  /** Known where it has words under keys or roles that no convention knows, or where settings may add words. */
  readonly words: Readonly<Record<Side, Content | null>>;
};

/** A stored span as it is read under other settings. */
export type Rereading = {
  readonly declared: Declaration;
  readonly findings: readonly DataFinding[];
  /** null: its words are read as before. */
  readonly words:
    | (Pick<KeyedReading, "part" | "isTextStripped" | "attributes"> & {
        readonly isSpeaking: boolean;
        readonly extra: SpanExtra;
        readonly input: Content | null;
        readonly output: Content | null;
      })
    | null;
};

/** The findings that reading a span by the settings may give. */
export const settingsFindingCodes: readonly DataFindingCode[] = [
  "unknown-channel",
  "unreadable-metadata",
  "text-stripped",
  "unknown-role",
];

/**
 * Re-reads a stored span under other settings: its identity, the words under keys that they name, and who speaks in
 * roles that no convention knows. What its instrumentation implies is kept: it does not depend on settings, and its
 * attributes may be gone.
 * @param maskWords masks a text as words are masked
 * @returns null if nothing changed
 */
export function rereadSpan(
  span: StoredReading,
  settings: ReadingSettings,
  maskWords: (text: string) => string,
): Rereading | null {
  const { declared, isSame, findings } = redeclare(span, settings);
  const words = rereadWords(span, settings, maskWords);
  if (isSame && words === null) return null;
  const { isTextStripped } = words ?? span;
  return {
    declared,
    findings: [
      ...findings,
      ...(isTextStripped ? [strippedFinding] : []),
      ...findUnknownRoles((words ?? span).extra),
    ],
    words,
  };
}

function redeclare(
  { attributes, resource, scope, declared }: StoredDeclarations,
  settings: ReadingSettings,
) {
  const read = declare({ attributes, resource }, scanAttributes(attributes, scope), settings);
  const { links } = declared;
  const merged: Declaration = links === undefined ? {} : { links };
  let isSame = true;
  for (const field of identityFields) {
    const said = (read.declared[field] ?? []).filter(({ from }) => from !== "instrumentation");
    const implied = (declared[field] ?? []).filter(({ from }) => from === "instrumentation");
    const all = [...said, ...implied];
    if (all.length > 0) merged[field] = all;
    isSame &&= JSON.stringify(all) === JSON.stringify(declared[field] ?? []);
  }
  return { declared: merged, isSame, findings: read.findings };
}

function rereadWords(
  span: StoredReading,
  settings: ReadingSettings,
  maskWords: (text: string) => string,
): Rereading["words"] {
  const { keyed: before, roles: rolesBefore, ...rest } = span.extra;
  const { part, isTextStripped } = before ?? span;
  const isKept = (side: Side) => span.has[side] && before?.sides.includes(side) !== true;
  const [hasInput, hasOutput] = [isKept("input"), isKept("output")];
  const { kind, attributes } = span;
  const read = addKeyedWords(
    { kind, part, isTextStripped, hasInput, hasOutput, attributes },
    settings,
    maskWords,
  );
  if (before === undefined && read.keyed === null && rolesBefore === undefined) return null;
  const stored = span.words;
  const wordsOf = (side: Side): Content | null => {
    if (!isKept(side)) return read[side].length === 0 ? null : read[side];
    return stored[side] && withRoleSpeakers(stored[side], settings.roleSpeakers);
  };
  const said = { input: wordsOf("input"), output: wordsOf("output") };
  const extra: SpanExtra = { ...rest, ...settledBy(settings, read.keyed, said) };
  if (isEqual(said, stored) && isEqual(extra, span.extra)) return null;
  const { caseEvents = [], importedScores = [] } = rest;
  const speaks = { part: read.part, isTextStripped: read.isTextStripped };
  return {
    ...{ ...speaks, ...said, attributes: read.attributes, extra },
    isSpeaking: isSpeaking({ ...speaks, caseEvents, importedScores }),
  };
}

/** Compares values that were made of the same members in the same order. */
function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
