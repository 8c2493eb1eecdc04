import type { CaseSpan, Interaction } from "@/lib/domain/case/case";
import { findPersonalValues } from "@/lib/domain/privacy/find-personal-values";
import type {
  CaseValue,
  KeyedValue,
  PersonalPlace,
  PersonalValue,
  PlacedValue,
  SpanValues,
} from "@/lib/domain/privacy/personal-values";
import type { Content, Speaker, Utterance } from "@/lib/domain/trace/reading";
import { spanKey, type SpanKey } from "@/lib/domain/trace/span";
import type { Restore } from "./names/restore-named";
import type { Contact } from "./read-contacts";

const placeOfSpeaker = {
  customer: "customer-message",
  agent: "agent-message",
  tool: "tool-result",
  system: "instructions",
} as const satisfies Record<Speaker, PersonalPlace>;

/**
 * The personal values that each span introduced: a leaked value counts once per kind of place, at
 * its first span; a redaction that does not identify its value counts wherever its text is new.
 * History repeated by later spans counts once.
 * @param spans of the case, in the order of `sortSpans`
 * @param contacts of the case
 * @param restore makes names that are nobody's readable again: these are no personal values
 * @returns spans with new values, plus the first of each contact and of its stripped ones
 */
export function readSpanValues(
  spans: readonly CaseSpan[],
  contacts: readonly Contact[],
  restore: Restore = (text) => text,
): readonly SpanValues[] {
  const places = placesOf(contacts);
  const seen = createSeen(restore);
  return spans.flatMap((span) => {
    const key = spanKey(span);
    const values = seen.valuesNewOn(span, places.answers.get(key) ?? []);
    const isFirstOfContact = places.firsts.has(key);
    const strippedCount = places.stripped.get(key) ?? 0;
    if (values.length === 0 && !isFirstOfContact && strippedCount === 0) return [];
    const interaction = places.interactions.get(span) ?? null;
    const { startUs: atUs, belonging } = span;
    const of = { span: key, interaction, atUs, release: belonging.release };
    return [{ ...of, values, isFirstOfContact, strippedCount }];
  });
}

/** The values of a case without the values themselves, in the order of its spans. */
export function caseValuesOf(
  spanValues: readonly SpanValues[],
  interactions: readonly Interaction[],
): readonly CaseValue[] {
  return spanValues.flatMap(({ span, interaction, atUs, release: own, values }) => {
    const release = own ?? interactions[interaction ?? -1]?.releases[0] ?? null;
    return values.map(({ place, source, value: { isLeaked, type } }) => ({
      ...{ isLeaked, type, place, source },
      ...{ span, interaction, atUs, release },
    }));
  });
}

function placesOf(contacts: readonly Contact[]) {
  const interactions = new Map<CaseSpan, number>();
  const firsts = new Set<SpanKey>();
  const stripped = new Map<SpanKey, number>();
  const answers = new Map<SpanKey, string[]>();
  contacts.forEach(({ spans, messages, strippedCount, firstStripped }, interaction) => {
    for (const span of spans) interactions.set(span, interaction);
    const first = messages[0]?.spans[0];
    if (first !== undefined) firsts.add(first);
    for (const { speaker, text, spans: said } of messages) {
      const [by] = said;
      if (speaker !== "customer" || by === undefined || !text.includes("<")) continue;
      answers.set(by, [...(answers.get(by) ?? []), text]);
    }
    if (firstStripped !== null) stripped.set(spanKey(firstStripped), strippedCount);
  });
  return { interactions, firsts, stripped, answers };
}

type Seen = {
  /**
   * @param answers the customer's messages as shown: a question in another span may have masked more
   */
  readonly valuesNewOn: (span: CaseSpan, answers: readonly string[]) => readonly PlacedValue[];
};

type Where = Pick<PlacedValue, "place" | "source">;
type Tools = Map<string, string>;

const plainly = (place: PersonalPlace): Where => ({ place, source: null });
const inStep = plainly("step-text");

/** "llm.messages.0.content" is "llm.messages.*.content": one attribute, however many there are. */
function withoutNumbers(key: string): string {
  return key.replaceAll(/\d+/g, "*");
}

const none: readonly PlacedValue[] = [];

function createSeen(restore: Restore): Seen {
  const utterances = new Set<Utterance>();
  const texts = new Map<PersonalPlace, Set<string>>();
  const leaks = new Map<PersonalPlace, Set<string>>();

  /** @returns true if it was not in the set */
  function isNew(sets: Map<PersonalPlace, Set<string>>, place: PersonalPlace, each: string) {
    const known = sets.get(place) ?? new Set();
    if (known.size === 0) sets.set(place, known);
    return known.size !== known.add(each).size;
  }

  function keepLeaks(at: Where, values: readonly PersonalValue[], found: PlacedValue[]) {
    for (const value of values) {
      if (!value.isLeaked || !isNew(leaks, at.place, value.match)) continue;
      if (restore(value.match) === value.match) found.push({ ...at, value });
    }
  }

  function readText(at: Where, text: string, found: PlacedValue[]) {
    const values = findPersonalValues(text);
    if (values.length === 0 || !isNew(texts, at.place, text)) return;
    keepLeaks(at, values, found);
    // Instructions contain redactions as examples and placeholders.
    if (at.place === "instructions") return;
    for (const value of values) if (!value.isLeaked) found.push({ ...at, value });
  }

  /** An attribute repeats on every span: a redaction in it counts once per key. */
  function readAttribute({ place, key, value }: KeyedValue, found: PlacedValue[]) {
    const at = { place, source: withoutNumbers(key) };
    if (value.isLeaked) keepLeaks(at, [value], found);
    else if (isNew(texts, place, `${key}=${value.match}`)) found.push({ ...at, value });
  }

  /** @param tools names of the tools called so far, by the call's id */
  function readContent(content: Content | null, plain: Where, found: PlacedValue[], tools: Tools) {
    if (content === null) return;
    if (typeof content === "string") {
      readText(plain, content, found);
      return;
    }
    for (const utterance of content) {
      const { speaker, text, name, toolCallId, toolCalls = [] } = utterance;
      for (const { id, name: tool } of toolCalls) if (id !== null) tools.set(id, tool);
      if (utterances.has(utterance)) continue;
      utterances.add(utterance);
      const tool = name ?? tools.get(toolCallId ?? "") ?? null;
      const source = speaker === "tool" ? tool : null;
      readText({ place: placeOfSpeaker[speaker], source }, text, found);
      for (const call of toolCalls) {
        readText({ place: "tool-arguments", source: call.name }, call.args, found);
      }
    }
  }

  function valuesNewOn(span: CaseSpan, answers: readonly string[]): readonly PlacedValue[] {
    const found: PlacedValue[] = [];
    const isTool = span.part === "tool";
    const { toolName: source } = span;
    const given: Where = isTool ? { place: "tool-arguments", source } : inStep;
    const taken: Where = isTool ? { place: "tool-result", source } : inStep;
    const tools: Tools = new Map();
    readContent(span.input, given, found, tools);
    readContent(span.output, taken, found, tools);
    if (span.system !== null) readText(plainly("instructions"), span.system, found);
    for (const { text } of span.passages) {
      if (text !== null) readText(plainly("passage"), text, found);
    }
    readText(plainly("name"), span.name, found);
    for (const each of span.attributeValues) readAttribute(each, found);
    for (const text of answers) {
      keepLeaks(plainly("customer-message"), findPersonalValues(text), found);
    }
    return found.length === 0 ? none : found;
  }

  return { valuesNewOn };
}
