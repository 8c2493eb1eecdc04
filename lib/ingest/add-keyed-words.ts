import type { ReadingSettings } from "@/lib/domain/settings/settings";
import type { DataFinding } from "@/lib/domain/trace/finding";
import {
  readKeyedWords,
  rolesOf,
  speakerOfForeign,
  type KeyedWords,
} from "@/lib/domain/trace/keyed-words";
import {
  spanTraits,
  type Content,
  type ConversationPart,
  type SpanKind,
  type Utterance,
} from "@/lib/domain/trace/reading";
import type { Attributes } from "@/lib/domain/trace/span";
import type { KeyedFrom, SpanExtra } from "@/lib/domain/trace/storable-span";

/** A masked span as it is read without the settings' keys of words. */
export type ReadWithoutKeys = {
  readonly kind: SpanKind;
  readonly part: ConversationPart;
  readonly isTextStripped: boolean;
  readonly hasInput: boolean;
  readonly hasOutput: boolean;
  readonly attributes: Attributes;
};

export type KeyedReading = {
  readonly part: ConversationPart;
  readonly isTextStripped: boolean;
  readonly input: readonly Utterance[];
  readonly output: readonly Utterance[];
  /** With the texts that are words now as masked words. */
  readonly attributes: Attributes;
  /** null: the settings' keys add nothing. */
  readonly keyed: KeyedFrom | null;
};

/**
 * Adds the words under the settings' keys to the sides of a span that have none. They come from masked attributes, at
 * ingest as later, so that it does not matter when the settings were made.
 * @param maskWords masks a text as words are masked
 */
export function addKeyedWords(
  span: ReadWithoutKeys,
  settings: ReadingSettings,
  maskWords: (text: string) => string,
): KeyedReading {
  const { kind, part, isTextStripped, hasInput, hasOutput, attributes } = span;
  const none = { part, isTextStripped, input: [], output: [], attributes, keyed: null };
  if (part === "event" || spanTraits[kind].form === "step") return none;
  const said = readKeyedWords(attributes, settings)
    .filter(({ side }) => !(side === "input" ? hasInput : hasOutput))
    .map((one) => masked(one, maskWords));
  if (said.length === 0) return none;
  const of = (wanted: KeyedWords["side"]) =>
    said.flatMap(({ side, utterance }) => (side === wanted ? [utterance] : []));
  const texts = said.map(({ key, utterance }) => [key, utterance.text] as const);
  const sides = (["input", "output"] as const).filter((side) => of(side).length > 0);
  return {
    part: hasInput || hasOutput ? part : "turn",
    isTextStripped: false,
    input: of("input"),
    output: of("output"),
    attributes: new Map([...attributes, ...texts]),
    keyed: { part, isTextStripped, sides },
  };
}

function masked(words: KeyedWords, maskWords: (text: string) => string): KeyedWords {
  const text = maskWords(words.utterance.text);
  return { ...words, utterance: { ...words.utterance, text } };
}

/** What is stored of a span to read it again under other settings. @param said its words under these settings */
export function settledBy(
  { roleSpeakers }: ReadingSettings,
  keyed: KeyedFrom | null,
  said: { readonly input: Content | null; readonly output: Content | null },
): Pick<SpanExtra, "keyed" | "roles"> {
  const roles = rolesOf(said.input, said.output).map(
    (role) => [role, speakerOfForeign(role, roleSpeakers)] as const,
  );
  return {
    ...(keyed !== null && { keyed }),
    ...(roles.length > 0 && { roles: Object.fromEntries(roles) }),
  };
}

/** A finding for each role that neither a convention nor the settings know. */
export function findUnknownRoles({ roles = {} }: Pick<SpanExtra, "roles">): readonly DataFinding[] {
  return Object.entries(roles)
    .filter(([, speaker]) => speaker === null)
    .map(([role]) => ({
      code: "unknown-role",
      detail: `“${role}” is no role that we know; its words are shown as the agent's.`,
    }));
}
