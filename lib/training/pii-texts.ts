import { requests, requestsIn } from "@/lib/ingest/mask/tagger/cues";
import { tags } from "@/lib/ingest/mask/tagger/read-tokens";
import { tokensOf } from "@/lib/ingest/mask/tagger/tokens";
import { hashFeature } from "@/lib/learning/hash-feature";
import type { DataRow, DataSetName } from "./data-sets";
import { firstNames, lastNames } from "./known-names";
import { personalPhrases, unknownTag, type Phrase } from "./personal-phrases";
import type { PiiText, TagSpan } from "./pii-text";
import { labelledSpans } from "./span-measure";
import { drawSwaps, swapNames } from "./swap-names";

const samples: Partial<Record<DataSetName, { readonly one: number; readonly weight: number }>> = {
  "intent.banking77": { one: 3, weight: 1 },
  "intent.clinc150": { one: 3, weight: 1 },
  "tone.goemotions": { one: 8, weight: 1 },
  "satisfaction.star": { one: 2, weight: 1 },
  "resolution.tau": { one: 3, weight: 1 },
};

/** A row's training texts, as they are and as speech recognition would transcribe them. */
export function textsOfRow(row: DataRow): readonly PiiText[] {
  const sample = samples[row.dataSet];
  const isNamed = row.messages[0]?.content.includes(namePlace) === true;
  // A conversation about several services cannot be left out with one of them.
  if (row.dataSet === "satisfaction.star" && row.domain.includes("+")) return [];
  if (sample !== undefined && hashFeature(row.id, 20) % (isNamed ? 2 : sample.one) !== 0) return [];
  const weight = sample?.weight ?? 1;
  if (row.dataSet === "resolution.tau" || row.dataSet === "satisfaction.star") {
    return conversationTexts(row, weight);
  }
  if (row.dataSet === "tone.goemotions")
    return row.messages.map((message) => named(row.id, message.content));
  const labelled = row.dataSet.startsWith("pii.") ? (labelledSpans(row) ?? []) : [];
  const texts = row.messages.map(({ content }, turn) => {
    const spans = labelled
      .filter((span) => span.turn === turn)
      .map(({ start, end, type }) => ({ start, end, tag: tagOf(type) }));
    return { text: content, spans, requested: requestedOf(row, turn, spans), weight };
  });
  const isWritten = row.dataSet === "pii.presidio" || row.dataSet === "pii.piianon_support";
  if (!isWritten) return texts;
  const isShouted = hashFeature(row.id, 12) % 4 === 0;
  return [
    ...texts,
    ...texts.map(asSpoken),
    ...texts.flatMap(bareAnswers),
    ...(isShouted ? texts.map((each) => ({ ...each, text: sameLengthUpper(each.text) })) : []),
  ];
}

const namePlace = "[NAME]";
const asIs = (text: string): string => text;
const lower = (text: string): string => text.toLowerCase();
const upper = (text: string): string => text.toUpperCase();
const casings = [asIs, asIs, asIs, asIs, asIs, lower, lower, lower, upper];

/** Published comments have their names removed: other names are inserted. */
function named(id: string, text: string): PiiText {
  const parts = text.split(namePlace);
  const write = casings[hashFeature(id, 12) % casings.length] ?? asIs;
  const spans: TagSpan[] = [];
  let whole = write(parts[0] ?? "");
  parts.slice(1).forEach((part, index) => {
    const start = whole.length;
    whole += write(drawnName(`${id} ${String(index)}`));
    spans.push({ start, end: whole.length, tag: tags.person });
    whole += write(part);
  });
  return { text: whole, spans, requested: 0, weight: 1 };
}

function drawnName(seed: string): string {
  const first = firstNames[hashFeature(`${seed} first`, 30) % firstNames.length] ?? "";
  const last = lastNames[hashFeature(`${seed} last`, 30) % lastNames.length] ?? "";
  return [first, `${first} ${last}`, last][hashFeature(seed, 12) % 3] ?? "";
}

/** Upper case, except letters whose length would change. */
function sameLengthUpper(text: string): string {
  return text.replace(/\p{Ll}/gu, (letter) =>
    letter.toUpperCase().length === letter.length ? letter.toUpperCase() : letter,
  );
}

/** Each personal value as a message of its own, as in an answer; a name also with another beside it. */
function bareAnswers({ text, spans }: PiiText): readonly PiiText[] {
  return spans
    .filter(({ tag }) => tag !== unknownTag && tag !== tags.none)
    .flatMap(({ start, end, tag }) => {
      const bare = text.slice(start, end);
      const answer = {
        text: bare,
        spans: [{ start: 0, end: bare.length, tag }],
        requested: 0,
        weight: 1,
      };
      return tag === tags.person
        ? [asSpoken(answer), asSpoken(withAnother(answer))]
        : asSpoken(answer);
    });
}

const joints = [" and ", ", ", " & ", "\n"];

/** "mia li and noah brown": two names in a list. */
function withAnother({ text, spans, ...rest }: PiiText): PiiText {
  const other = drawnName(`${text} other`);
  const whole = text + (joints[hashFeature(text, 12) % joints.length] ?? " and ");
  const start = whole.length;
  const added = { start, end: start + other.length, tag: tags.person };
  return { ...rest, text: whole + other, spans: [...spans, added] };
}

const unknownTypes = /^(?:GPE|LOCATION)/;
const readable =
  /^(?:ORGANI[SZ]ATION|NRP|TITLE|PREFIX|JOB_TITLE|DATE_TIME|AGE|SALARY|DOMAIN_NAME|REF_ID)/;

function tagOf(type: string): number {
  if (readable.test(type)) return tags.none;
  if (unknownTypes.test(type)) return unknownTag;
  if (type.startsWith("PERSON")) return tags.person;
  return /ADDRESS$/.test(type) && !/EMAIL|IP_/.test(type) ? tags.address : tags.other;
}

/**
 * Some data sets do not record the agent's question: for a part of their messages one is invented that fits the
 * answer.
 */
function requestedOf({ id, dataSet }: DataRow, turn: number, spans: readonly TagSpan[]): number {
  if (dataSet !== "pii.multidogo") return 0;
  const draw = hashFeature(`${id} ${String(turn)}`, 10);
  if (draw % 3 !== 0) return 0;
  const tag = spans[0]?.tag;
  if (tag === tags.person) return requests.name;
  if (tag === tags.address) return requests.address;
  if (tag === tags.other) return requests.number;
  if (tag === tags.none) return requests.reference;
  return (
    [requests.reference, requests.other, requests.other, requests.number, requests.name][
      draw % 5
    ] ?? 0
  );
}

/** A conversation's messages as they are, and with other names in place of those that its tools name. */
function conversationTexts(row: DataRow, weight: number): readonly PiiText[] {
  const phrases = personalPhrases(row);
  const persons = phrases.filter(({ tag }) => tag === tags.person);
  const swaps = drawSwaps(
    row,
    persons.map(({ words }) => words.join(" ")),
  );
  let requested = 0;
  const texts = row.messages.flatMap(({ role, content }) => {
    if (role === "tool" || role === "system" || content.trimStart().startsWith("{")) return [];
    const before = requested;
    requested = role === "user" ? 0 : requestsIn(content);
    if (content.trim() === "") return [];
    const own = role === "user" ? before : 0;
    return [{ text: content, spans: spansOf(content, phrases), requested: own, weight }];
  });
  return [...texts, ...texts.flatMap((text) => swapNames(text, swaps) ?? [])];
}

/** Ranges of a conversation's personal phrases in a text. */
function spansOf(text: string, phrases: readonly Phrase[]): TagSpan[] {
  const tokens = tokensOf(text, []);
  const words = tokens.map(({ start, end }) => text.slice(start, end));
  const lower = words.map((word) => word.toLowerCase().replace(/['’]s$/, ""));
  const spans: TagSpan[] = [];
  for (const { words: wanted, tag, isCased } of phrases) {
    for (
      let at = lower.indexOf(wanted[0] ?? "");
      at >= 0;
      at = lower.indexOf(wanted[0] ?? "", at + 1)
    ) {
      if (!wanted.every((word, index) => lower[at + index] === word)) continue;
      if (isCased && /^\p{Ll}/u.test(words[at] ?? "") && /\p{Lu}/u.test(text)) continue;
      const start = tokens[at]?.start ?? 0;
      spans.push({ start, end: tokens[at + wanted.length - 1]?.end ?? start, tag });
    }
  }
  return spans;
}

/** A text in lower case without punctuation, with its ranges mapped. */
function asSpoken({ text, spans, requested, weight }: PiiText): PiiText {
  const offsets: number[] = [];
  let spoken = "";
  for (let at = 0; at < text.length; at += 1) {
    offsets.push(spoken.length);
    const char = text.charAt(at);
    if (/[\p{L}\p{N}\p{M}']/u.test(char)) spoken += char.toLowerCase();
    else if (/[@.]/.test(char) && /\w/.test(text.charAt(at + 1))) continue;
    else if (!spoken.endsWith(" ") && spoken !== "") spoken += " ";
  }
  offsets.push(spoken.length);
  const moved = spans.map(({ start, end, tag }) => ({
    start: offsets[start] ?? 0,
    end: offsets[end] ?? spoken.length,
    tag,
  }));
  return { text: spoken, spans: moved, requested, weight: weight / 2 };
}
