import type { PiiFinding } from "@/lib/domain/pseudonym";
import type { Content, ToolCall, Utterance } from "@/lib/domain/reading";
import { mapKeeping } from "./map-keeping";
import type { SpanMasker } from "./span-masker";
import type { TextPlace } from "./text-masker";

/** Masks a text and records what was found under the place's name. */
export type MaskPlace = (text: string, place: string, where?: TextPlace) => string;

/**
 * Somebody's words, whatever was asked before them: several spans may hold the same words, one of them with the
 * question and one without, and what reads a conversation must find them equal.
 */
const said: TextPlace = { asked: 0 };

/** Masks a text where there is one. */
export function maskOr(
  text: string | null,
  place: string,
  mask: MaskPlace,
  where?: TextPlace,
): string | null {
  return text === null ? null : mask(text, place, where);
}

/** Masks a span's words. @param place what findings call them */
export function maskContent(
  content: Content | null,
  place: string,
  mask: MaskPlace,
): Content | null {
  if (content === null) return null;
  if (typeof content === "string") return mask(content, place, said);
  return mapKeeping(content, (utterance, index) => maskUtterance(utterance, place, index, mask));
}

const positionsMax = 2000;

/**
 * Masks a span's input. A message that stood at the same position of the last input is that very object
 * again, so that whoever hashes or stores histories knows it by identity.
 */
export function maskInput(
  input: Content | null,
  { lastInput }: SpanMasker,
  mask: MaskPlace,
  pii: PiiFinding[],
): Content | null {
  if (input === null || typeof input === "string") return maskContent(input, "input", mask);
  return input.map((utterance, index) => {
    const last = lastInput[index];
    if (last !== undefined && isSame(last.source, utterance)) {
      for (const finding of last.pii) pii.push(finding);
      return last.masked;
    }
    const before = pii.length;
    const masked = maskUtterance(utterance, "input", index, mask);
    if (index < positionsMax) {
      lastInput[index] = { source: utterance, masked, pii: pii.slice(before) };
    }
    return masked;
  });
}

function isSame(one: Utterance, other: Utterance): boolean {
  return (
    one === other ||
    (one.speaker === other.speaker &&
      one.text === other.text &&
      one.atUs === other.atUs &&
      one.name === other.name &&
      one.toolCallId === other.toolCallId &&
      areSameCalls(one.toolCalls, other.toolCalls))
  );
}

function areSameCalls(one: Utterance["toolCalls"], other: Utterance["toolCalls"]): boolean {
  if (one === other) return true;
  if (one?.length !== other?.length) return false;
  return one?.every((call, index) => isSameCall(call, other?.[index])) === true;
}

function isSameCall(one: ToolCall, other: ToolCall | undefined): boolean {
  return one.id === other?.id && one.name === other.name && one.args === other.args;
}

function maskUtterance(
  utterance: Utterance,
  list: string,
  index: number,
  mask: MaskPlace,
): Utterance {
  const { toolCalls, toolCallId, name } = utterance;
  const isPlain = toolCalls === undefined && toolCallId === undefined && name === undefined;
  const place = `${list}[${index}]`;
  const { speaker } = utterance;
  const isSaid = speaker === "customer" || speaker === "agent";
  const text = mask(utterance.text, place, isSaid ? said : undefined);
  if (isPlain) return text === utterance.text ? utterance : { ...utterance, text };
  return {
    ...utterance,
    text,
    ...(toolCalls !== undefined && { toolCalls: maskCalls(toolCalls, `${place}.toolCalls`, mask) }),
    ...(toolCallId !== undefined && { toolCallId: mask(toolCallId, `${place}.toolCallId`) }),
    ...(name !== undefined && { name: mask(name, `${place}.name`) }),
  };
}

function maskCalls(calls: readonly ToolCall[], list: string, mask: MaskPlace): readonly ToolCall[] {
  return mapKeeping(calls, (call, index) => {
    const place = `${list}[${index}]`;
    const id = maskOr(call.id, `${place}.id`, mask);
    const name = mask(call.name, `${place}.name`);
    const args = mask(call.args, `${place}.args`);
    const isSame = id === call.id && name === call.name && args === call.args;
    return isSame ? call : { id, name, args };
  });
}
