import type { PiiFinding } from "@/lib/domain/privacy/pseudonym";
import {
  isParty,
  type Content,
  type Reading,
  type ToolCall,
  type Utterance,
} from "@/lib/domain/trace/reading";
import {
  createLanguageSoFar,
  readLanguage,
  type LanguageSoFar,
} from "@/lib/learning/find-language";
import { mapKeeping } from "./map-keeping";
import type { SpanState } from "./span-state";
import { requestsIn } from "./tagger/cues";
import type { TextPlace } from "./text-masker";

/** Masks a text and records the findings under the place's name. */
export type MaskPlace = (text: string, place: string, where?: TextPlace) => string;

/** Natural language without a preceding question. */
const plainMessage: TextPlace = { requested: 0 };
/** What a model is told to be and do. */
export const instructions: TextPlace = { isInstructions: true };

/** Masks a text where there is one. */
export function maskOr(
  text: string | null,
  place: string,
  mask: MaskPlace,
  where?: TextPlace,
): string | null {
  return text === null ? null : mask(text, place, where);
}

/** The agent's masked message that the customer's next one answers; null if there is none. */
type Question = string | null;

/**
 * Masks a span's input and output, each customer message in the context of the question before it.
 * @param conversation what they continue, where the question may have come before; else null
 */
export function maskWords(
  reading: Pick<Reading, "input" | "output">,
  masker: SpanState,
  mask: MaskPlace,
  pii: PiiFinding[],
  conversation: string | null,
): Pick<Reading, "input" | "output"> {
  const asked = conversation === null ? null : (masker.asked.get(conversation) ?? null);
  const soFar = createLanguageSoFar();
  const input = maskInput(reading.input, masker, mask, pii, asked === "" ? null : asked, soFar);
  const output = maskOutput(reading.output, input, masker, mask, soFar);
  if (conversation !== null)
    masker.asked.set(conversation, questionAfter(output ?? input, asked) ?? "");
  return { input, output };
}

/**
 * Masks a span's output.
 * @param input the masked text before it
 */
function maskOutput(
  output: Content | null,
  input: Content | null,
  { requested }: SpanState,
  mask: MaskPlace,
  soFar: LanguageSoFar,
): Content | null {
  if (output === null) return null;
  if (typeof output === "string") return mask(output, "output", inLanguage(plainMessage, soFar));
  let question = questionAfter(input);
  return mapKeeping(output, (utterance, index) => {
    const where = answerPlace(utterance, question, requested, soFar);
    const masked = maskUtterance(utterance, "output", index, where, mask);
    if (isParty[utterance.speaker]) soFar.add(readLanguage(utterance.text));
    question = nextQuestion(masked, question);
    return masked;
  });
}

const positionsMax = 2000;

/**
 * Masks a span's input. A message equal to the one at the same position of the previous input, after the same
 * question, is returned as the same object, so that hashing and storing can identify it.
 */
function maskInput(
  input: Content | null,
  { lastInput, requested }: SpanState,
  mask: MaskPlace,
  pii: PiiFinding[],
  asked: Question,
  soFar: LanguageSoFar,
): Content | null {
  if (input === null) return null;
  if (typeof input === "string") {
    soFar.add(readLanguage(input));
    return mask(input, "input", plainMessage);
  }
  let question = asked;
  return input.map((utterance, index) => {
    const where = answerPlace(utterance, question, requested, soFar);
    const last = lastInput[index];
    if (
      last !== undefined &&
      last.requested === where?.requested &&
      last.language === where?.language &&
      isSame(last.source, utterance)
    ) {
      for (const finding of last.pii) pii.push(finding);
      if (last.own !== null) soFar.add(last.own);
      question = nextQuestion(last.masked, question);
      return last.masked;
    }
    const before = pii.length;
    const masked = maskUtterance(utterance, "input", index, where, mask);
    const own = isParty[utterance.speaker] ? readLanguage(utterance.text) : null;
    if (own !== null) soFar.add(own);
    question = nextQuestion(masked, question);
    if (index < positionsMax) {
      lastInput[index] = {
        source: utterance,
        requested: where?.requested,
        language: where?.language,
        own,
        masked,
        pii: pii.slice(before),
      };
    }
    return masked;
  });
}

function questionAfter(content: Content | null, before: Question = null): Question {
  if (content === null || typeof content === "string") return before;
  const last = content.findLast((utterance) => nextQuestion(utterance, "") !== "");
  return last === undefined ? before : nextQuestion(last, null);
}

/** Tool answers and calls without text may come between a question and its answer. */
function nextQuestion({ speaker, text }: Utterance, question: Question): Question {
  if (text === "") return question;
  if (speaker === "agent") return text;
  return speaker === "customer" ? null : question;
}

/** The context of a message: the language so far, and for a customer's the question that it answers. */
function answerPlace(
  { speaker, role }: Utterance,
  question: Question,
  requested: SpanState["requested"],
  soFar: LanguageSoFar,
): TextPlace | undefined {
  if (!isParty[speaker]) return speaker === "system" ? instructions : undefined;
  const place = inLanguage(plainMessage, soFar);
  // In a role that no convention knows the customer may speak, as the settings may say later.
  if ((speaker === "agent" && role === undefined) || question === null) return place;
  const bits = requested.get(question) ?? requested.set(question, requestsIn(question));
  return bits === 0 ? place : { ...place, requested: bits };
}

function inLanguage(place: TextPlace, soFar: LanguageSoFar): TextPlace {
  const language = soFar.current();
  return language === null ? place : { ...place, language };
}

function isSame(one: Utterance, other: Utterance): boolean {
  return (
    one === other ||
    (one.speaker === other.speaker &&
      one.text === other.text &&
      one.atUs === other.atUs &&
      one.name === other.name &&
      one.role === other.role &&
      one.toolCallId === other.toolCallId &&
      one.isError === other.isError &&
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
  where: TextPlace | undefined,
  mask: MaskPlace,
): Utterance {
  const { toolCalls, toolCallId, name, role } = utterance;
  const isPlain = (toolCalls ?? toolCallId ?? name ?? role) === undefined;
  const place = `${list}[${index}]`;
  const text = mask(utterance.text, place, where);
  if (isPlain) return text === utterance.text ? utterance : { ...utterance, text };
  return {
    ...utterance,
    text,
    ...(toolCalls !== undefined && { toolCalls: maskCalls(toolCalls, `${place}.toolCalls`, mask) }),
    ...(toolCallId !== undefined && { toolCallId: mask(toolCallId, `${place}.toolCallId`) }),
    ...(name !== undefined && { name: mask(name, `${place}.name`) }),
    ...(role !== undefined && { role: mask(role, `${place}.role`) }),
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
