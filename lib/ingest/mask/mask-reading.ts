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
import type { TextMasker } from "./text-masker";

/** Under a version's name, four numbers with dots are no address. */
const hints: Partial<Record<IdentityField, string>> = { release: "version" };

/**
 * Masks what a span was read as: words, tool calls, passages, reasons, and identity values that are personal
 * themselves (a phone number as customer id). Other ids stay as they are.
 */
export function maskReading(
  reading: Reading,
  masker: TextMasker,
): { reading: Reading; pii: PiiFinding[] } {
  const pii: PiiFinding[] = [];
  const mask: Mask = (text, place, keyHint) => {
    const masked = masker.mask(text, keyHint === undefined ? {} : { keyHint });
    for (const { type, pseudonym } of masked.found) pii.push({ type, place, pseudonym });
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

type Mask = (text: string, place: string, keyHint?: string) => string;

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
  return mapKeeping(content, (utterance, index) =>
    maskUtterance(utterance, `${place}[${index}]`, mask),
  );
}

function maskUtterance(utterance: Utterance, place: string, mask: Mask): Utterance {
  const text = mask(utterance.text, place);
  const { toolCalls, toolCallId, name } = utterance;
  const calls =
    toolCalls &&
    mapKeeping(toolCalls, (call, index) => maskCall(call, `${place}.toolCalls[${index}]`, mask));
  const id = toolCallId && mask(toolCallId, `${place}.toolCallId`);
  const shown = name && mask(name, `${place}.name`);
  if (text === utterance.text && calls === toolCalls && id === toolCallId && shown === name)
    return utterance;
  return {
    ...utterance,
    text,
    ...(calls !== undefined && { toolCalls: calls }),
    ...(id !== undefined && { toolCallId: id }),
    ...(shown !== undefined && { name: shown }),
  };
}

function maskCall(call: ToolCall, place: string, mask: Mask): ToolCall {
  const id = maskOr(call.id, `${place}.id`, mask);
  const name = mask(call.name, `${place}.name`);
  const args = mask(call.args, `${place}.args`);
  return id === call.id && name === call.name && args === call.args ? call : { id, name, args };
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
