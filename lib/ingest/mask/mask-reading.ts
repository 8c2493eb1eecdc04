import { identityFields, type Declaration, type IdentityField } from "@/lib/domain/identity";
import type { PiiFinding } from "@/lib/domain/pseudonym";
import type {
  CaseEvent,
  Content,
  ImportedScore,
  Passage,
  Reading,
  ToolCall,
  Utterance,
} from "@/lib/domain/reading";
import type { SpanMasker } from "./span-masker";
import type { MaskedText } from "./text-masker";

/** Under a version's name, four numbers with dots are no address. */
const hints: Partial<Record<IdentityField, string>> = { release: "version" };

/**
 * Masks what a span was read as: words, tool calls, passages, reasons, and identity values that are personal
 * themselves (a phone number as customer id). Other ids stay as they are.
 */
export function maskReading(
  reading: Reading,
  masker: SpanMasker,
): { reading: Reading; pii: PiiFinding[] } {
  const pii: PiiFinding[] = [];
  const mask: Mask = (text, place, keyHint, index) => {
    const masked =
      index !== undefined && place === "input"
        ? maskAsLast(text, index, masker)
        : masker.text.mask(text, keyHint === undefined ? undefined : { keyHint });
    for (const { type, pseudonym } of masked.found) {
      pii.push({ type, place: index === undefined ? place : `${place}[${index}]`, pseudonym });
    }
    return masked.text;
  };
  const masked: Reading = {
    ...reading,
    declared: maskDeclared(reading.declared, mask),
    model: maskOr(reading.model, "model", mask),
    promptName: maskOr(reading.promptName, "promptName", mask),
    promptVersion: maskOr(reading.promptVersion, "promptVersion", mask, "version"),
    toolName: maskOr(reading.toolName, "toolName", mask),
    system: maskOr(reading.system, "system", mask),
    input: maskContent(reading.input, "input", mask),
    output: maskContent(reading.output, "output", mask),
    passages: mapKeeping(reading.passages, (passage, index) =>
      maskPassage(passage, `passages[${index}]`, mask),
    ),
    caseEvents: mapKeeping(reading.caseEvents, (event, index) =>
      maskEvent(event, `caseEvents[${index}]`, mask),
    ),
    importedScores: mapKeeping(reading.importedScores, (score, index) =>
      maskScore(score, `importedScores[${index}]`, mask),
    ),
  };
  return { reading: masked, pii };
}

const positionsMax = 2000;

function maskAsLast(
  text: string,
  index: number,
  { text: masker, lastInput }: SpanMasker,
): MaskedText {
  const last = lastInput[index];
  if (last?.source === text) return last.masked;
  const masked = masker.mask(text);
  if (index < positionsMax) lastInput[index] = { source: text, masked };
  return masked;
}

/** `index`, where given, is the text's position in the list that `place` names. */
type Mask = (text: string, place: string, keyHint?: string, index?: number) => string;

function maskOr(text: string | null, place: string, mask: Mask, keyHint?: string): string | null {
  return text === null ? null : mask(text, place, keyHint);
}

function maskDeclared(declared: Declaration, mask: Mask): Declaration {
  let masked: Declaration | null = null;
  for (const field of identityFields) {
    const said = declared[field];
    if (said === undefined) continue;
    const shown = mapKeeping(said, (entry) => {
      const value = mask(entry.value, `declared.${field}`, hints[field]);
      return value === entry.value ? entry : { ...entry, value };
    });
    if (shown !== said) masked = { ...(masked ?? declared), [field]: shown };
  }
  return masked ?? declared;
}

function maskContent(content: Content | null, place: string, mask: Mask): Content | null {
  if (content === null) return null;
  if (typeof content === "string") return mask(content, place);
  return mapKeeping(content, (utterance, index) => maskUtterance(utterance, place, index, mask));
}

/** Histories repeat a hundredfold: a clean utterance costs one look-up and is itself again. */
function maskUtterance(utterance: Utterance, list: string, index: number, mask: Mask): Utterance {
  const { toolCalls, toolCallId, name } = utterance;
  const isPlain = toolCalls === undefined && toolCallId === undefined && name === undefined;
  const text = mask(utterance.text, list, undefined, index);
  if (isPlain) return text === utterance.text ? utterance : { ...utterance, text };
  const place = `${list}[${index}]`;
  return {
    ...utterance,
    text,
    ...(toolCalls !== undefined && { toolCalls: maskCalls(toolCalls, `${place}.toolCalls`, mask) }),
    ...(toolCallId !== undefined && { toolCallId: mask(toolCallId, `${place}.toolCallId`) }),
    ...(name !== undefined && { name: mask(name, `${place}.name`) }),
  };
}

function maskCalls(calls: readonly ToolCall[], list: string, mask: Mask): readonly ToolCall[] {
  return mapKeeping(calls, (call, index) => {
    const place = `${list}[${index}]`;
    const id = maskOr(call.id, `${place}.id`, mask);
    const name = mask(call.name, `${place}.name`);
    const args = mask(call.args, `${place}.args`);
    const isSame = id === call.id && name === call.name && args === call.args;
    return isSame ? call : { id, name, args };
  });
}

function maskPassage(passage: Passage, place: string, mask: Mask): Passage {
  const id = maskOr(passage.id, `${place}.id`, mask);
  const text = maskOr(passage.text, place, mask);
  return id === passage.id && text === passage.text ? passage : { ...passage, id, text };
}

function maskEvent(event: CaseEvent, place: string, mask: Mask): CaseEvent {
  const { reason, closureMethod, closureEvidence } = event;
  return {
    ...event,
    ...(reason !== undefined && { reason: mask(reason, `${place}.reason`) }),
    ...(closureMethod !== undefined && {
      closureMethod: mask(closureMethod, `${place}.closureMethod`),
    }),
    ...(closureEvidence !== undefined && {
      closureEvidence: mask(closureEvidence, `${place}.closureEvidence`),
    }),
  };
}

function maskScore(score: ImportedScore, place: string, mask: Mask): ImportedScore {
  return {
    ...score,
    name: mask(score.name, `${place}.name`),
    label: maskOr(score.label, `${place}.label`, mask),
    because: maskOr(score.because, `${place}.because`, mask),
    annotator: maskOr(score.annotator, `${place}.annotator`, mask),
  };
}

/** Maps a list; the list itself where no element changed, so that what is shared stays shared. */
function mapKeeping<T>(list: readonly T[], map: (item: T, index: number) => T): readonly T[] {
  let mapped: T[] | null = null;
  for (const [index, item] of list.entries()) {
    const next = map(item, index);
    if (next === item) continue;
    mapped ??= [...list];
    mapped[index] = next;
  }
  return mapped ?? list;
}
