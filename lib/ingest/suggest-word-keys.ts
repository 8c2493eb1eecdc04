import type {
  UnreadSpans,
  WordKeySuggestion,
  WordsSuggestions,
} from "@/lib/domain/settings/settings-suggestions";
import type { ReadingSettings, WordsReading } from "@/lib/domain/settings/settings";
import type { Attributes, AttributeValue } from "@/lib/domain/trace/span";
import { speakerOf } from "@/lib/domain/trace/speaker";
import { isIdentityName } from "./conventions/declare";
import { scanAttributes } from "./conventions/scan";

/** A stored span without words. */
export type WordlessSpan = {
  readonly traceId: string;
  readonly spanId: string;
  readonly startUs: number;
  /** Masked. */
  readonly attributes: Attributes;
};

const keysShown = 8;
const examplesShown = 4;

/** Keys of programs: their text is for developers, or for a model. */
const technical =
  /^(?:http|url|net|network|server|rpc|db|messaging|telemetry|otel|service|process|host|os|container|k8s|cloud|exception|error|code|thread|user_agent|status|log|file|graphql|sql)(?:[._]|$)|(?:^|[._])(?:description|instructions?|system_?prompt|prompt_?template|template|schema|stack_?trace|stacktrace|statement|sql|error|exception|status|reason|title|label|class|path|url|uri|name)$/iu;

/**
 * Finds attributes whose text nobody reads, though sentences stand there: no ids, numbers, addresses, JSON or codes.
 * @param spans without words, in any order
 */
export function suggestWordKeys(
  spans: readonly WordlessSpan[],
  settings: ReadingSettings,
): { readonly unread: UnreadSpans; readonly examples: WordsSuggestions["examples"] } {
  const values = collectTexts(spans);
  const sentences = [...values].filter(
    ([key, texts]) => isUnread(key, settings) && holdsSentences(texts),
  );
  const keys = sentences
    .map(([key]) => suggestionOf(key, spans))
    .sort((a, b) => b.spans - a.spans || (a.key < b.key ? -1 : 1))
    .slice(0, keysShown);
  const withText = spans.filter(({ attributes }) => keys.some(({ key }) => attributes.has(key)));
  return { unread: { spans: withText.length, keys }, examples: examplesOf(withText, keys) };
}

function collectTexts(spans: readonly WordlessSpan[]): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>();
  for (const { attributes } of spans) {
    for (const [key, value] of attributes) {
      const text = textOf(value);
      if (text === null) continue;
      const known = texts.get(key);
      if (known === undefined) texts.set(key, [text]);
      else known.push(text);
    }
  }
  return texts;
}

function textOf(value: AttributeValue): string | null {
  if (typeof value !== "string") return null;
  const text = value.trim();
  return text === "" ? null : text;
}

function isUnread(key: string, settings: ReadingSettings): boolean {
  if (key.length > 200 || technical.test(key) || Object.hasOwn(settings.wordKeys, key))
    return false;
  if (isIdentityName(key, settings)) return false;
  const { inputs, outputs, words, objects } = scanAttributes(new Map([[key, ""]]), "");
  return inputs.length + outputs.length + objects.length + Object.keys(words).length === 0;
}

/** Half of the texts are sentences, and they are not a few that are said again and again. */
function holdsSentences(texts: readonly string[]): boolean {
  const distinct = new Set(texts).size;
  const spoken = texts.filter(isSentence).length;
  return spoken * 2 >= texts.length && (distinct > 2 || distinct === texts.length);
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{3}/u;

/** Two words or more, which are most of it, or a stretch of a script without spaces. */
function isSentence(text: string): boolean {
  const isMarkup = /^[[{<]/.test(text) && !maskedAtStart.test(text);
  if (isMarkup) return false;
  if (unspaced.test(text)) return true;
  const pieces = text.split(/\s+/u);
  const words = pieces.filter((piece) => isWord(piece.replace(/^\p{P}+|\p{P}+$/gu, "")));
  return words.length >= 2 && words.length * 2 >= pieces.length;
}

const maskedAtStart = /^<[A-Z_]+:[^>]*>/;

function isWord(piece: string): boolean {
  return /^\p{L}[\p{L}\p{M}’'-]*$/u.test(piece);
}

function suggestionOf(key: string, spans: readonly WordlessSpan[]): WordKeySuggestion {
  const own = spans.filter(({ attributes }) => textOf(attributes.get(key) ?? null) !== null);
  const roleKeys = findRoleKeys(own, key);
  return { key, spans: own.length, roleKeys, guess: guessReading(key, roleKeys) };
}

const roleName =
  /(?:^|[._-])(?:role|speaker|author|sender|from|who|by|party|side|actor|participant|direction)(?:[._-]?(?:type|kind|role))?$/iu;
const rolesMost = 12;
const roleLongest = 40;
/** Share of the spans with text that must have the role. */
const roleShare = 0.8;

/** Keys whose few short values are roles, or which are called so. */
function findRoleKeys(spans: readonly WordlessSpan[], textKey: string): readonly string[] {
  const values = collectTexts(spans);
  return [...values]
    .flatMap(([key, all]) => {
      const roles = new Set(all);
      const isFew = roles.size <= rolesMost && all.length >= spans.length * roleShare;
      if (key === textKey || !isFew || all.some((role) => role.length > roleLongest)) return [];
      const known = [...roles].filter((role) => speakerOf(role) !== null).length / roles.size;
      return known < 0.5 && !roleName.test(key) ? [] : [{ key, known }];
    })
    .sort((a, b) => b.known - a.known || (a.key < b.key ? -1 : 1))
    .map(({ key }) => key);
}

const agentName =
  /(?:^|[._-])(?:bot|agent|assistant|ai|llm|model|system|reply|response|answer|output|completion|tts|said|spoken|outbound)(?:[._-]|$)/iu;
const customerName =
  /(?:^|[._-])(?:user|customer|caller|client|visitor|guest|input|query|question|heard|stt|asr|inbound)(?:[._-]|$)/iu;

function guessReading(key: string, roleKeys: readonly string[]): WordsReading | null {
  const name = key.replace(/([a-z0-9])([A-Z])/g, "$1_$2");
  const by = speakerInName(name.split(/[._-]/).at(-1) ?? "") ?? speakerInName(name);
  if (by !== null) return { by };
  const [roleKey] = roleKeys;
  return roleKey === undefined ? null : { by: "role", roleKey };
}

/** In `bot.heard` the last part says it. */
function speakerInName(name: string): "customer" | "agent" | null {
  const isAgents = agentName.test(name);
  if (isAgents === customerName.test(name)) return null;
  return isAgents ? "agent" : "customer";
}

/** Of each key the first spans of the trace that has most of them, each trace once. */
function examplesOf(
  spans: readonly WordlessSpan[],
  keys: readonly WordKeySuggestion[],
): WordsSuggestions["examples"] {
  const traces = new Set(
    keys.map(({ key }) => fullestTrace(spans.filter(({ attributes }) => attributes.has(key)))),
  );
  const shown = [...new Set(keys.flatMap(({ key, roleKeys }) => [key, ...roleKeys]))];
  return [...traces].map((trace) =>
    spans
      .filter(({ traceId }) => traceId === trace)
      .sort((a, b) => a.startUs - b.startUs || (a.spanId < b.spanId ? -1 : 1))
      .slice(0, examplesShown)
      .map(({ attributes }) => ({ values: textsUnder(shown, attributes) })),
  );
}

function fullestTrace(spans: readonly WordlessSpan[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { traceId } of spans) counts.set(traceId, (counts.get(traceId) ?? 0) + 1);
  const [fullest] = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return fullest?.[0];
}

function textsUnder(keys: readonly string[], attributes: Attributes): Record<string, string> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const text = textOf(attributes.get(key) ?? null);
      return text === null ? [] : [[key, text] as const];
    }),
  );
}
