import type { Content, SpanKind, ToolCall, Utterance } from "@/lib/domain/trace/reading";

type Sides = { readonly input: Content | null; readonly output: Content | null };

/**
 * Leaves each utterance on one side. A graph's final state repeats its input, a check passes it on, and an agent whose
 * messages are all events has its reply at their end. Where the messages were written down late, an input holds its own
 * reply.
 */
export function splitSides(sides: Sides, kind: SpanKind): Sides {
  const input = withoutObjects(sides.input);
  const output = withoutObjects(sides.output);
  if (input === null) return { input, output };
  if (typeof input === "string") {
    const isPassedOn = isFrame(kind) && typeof output === "string" && isSameText(input, output);
    return { input, output: isPassedOn ? null : output };
  }
  if (output === null) {
    const isReply = kind === "agent" && input.length > 1 && input.at(-1)?.speaker === "agent";
    return isReply ? { input: input.slice(0, -1), output: input.slice(-1) } : { input, output };
  }
  if (typeof output === "string") {
    const [only, ...others] = input;
    const isPassedOn = others.length === 0 && only !== undefined && isSameText(only.text, output);
    return { input, output: isFrame(kind) && isPassedOn ? null : output };
  }
  const fresh = withoutRepeated(input, withoutPieces(output));
  return { input: kind === "tool" ? input : withoutOwn(input, fresh), output: emptyAsNull(fresh) };
}

/** What Python prints for a stream or another object without a text of its own. */
const object = /^<[\w.]+(?: [\w.]+)* object(?: [\w.]+)? at 0x[\da-f]+>$/i;

function withoutObjects(content: Content | null): Content | null {
  if (content === null) return null;
  if (typeof content === "string") return object.test(content.trim()) ? null : content;
  const said = content.filter(({ text }) => !text.startsWith("<") || !object.test(text.trim()));
  return said.length === content.length ? content : said;
}

function isFrame(kind: SpanKind): boolean {
  return kind === "agent" || kind === "chain" || kind === "other";
}

function isSameText(one: string, other: string): boolean {
  return one.trim() === other.trim();
}

function emptyAsNull(list: readonly Utterance[]): Content | null {
  return list.length === 0 ? null : list;
}

/** The output after the input that it begins with; nothing if it is what the input ends with, up to another's words. */
function withoutRepeated(
  input: readonly Utterance[],
  output: readonly Utterance[],
): readonly Utterance[] {
  if (output.length > input.length) {
    const isRepeat = input.every((one, index) => isSame(one, output[index]));
    return isRepeat ? output.slice(input.length) : output;
  }
  const end = input.slice(input.length - output.length);
  const isReply = end.at(-1)?.speaker === "agent" && output.length < input.length;
  return !isReply && end.every((one, index) => isSame(one, output[index])) ? [] : output;
}

function isSame(one: Utterance, other: Utterance | undefined): boolean {
  return other !== undefined && one.speaker === other.speaker && one.text === other.text;
}

/** A reply that was written down as it came, each piece or each state as a message, and then whole. */
function withoutPieces(output: readonly Utterance[]): readonly Utterance[] {
  const last = output.at(-1);
  const pieces = output.slice(0, -1);
  if (last === undefined || pieces.length === 0 || last.text === "") return output;
  if (!pieces.every(({ speaker, toolCalls }) => speaker === "agent" && toolCalls === undefined)) {
    return output;
  }
  const texts = output.map(({ text }) => squeezed(text));
  const whole = squeezed(last.text);
  const isJoined = texts.slice(0, -1).join("") === whole;
  const grows = texts.every((text, at) => at === 0 || text.startsWith(texts[at - 1] ?? ""));
  return isJoined || (grows && pieces.length >= leastStates) ? [last] : output;
}

/** Two choices of one reply may begin alike. */
const leastStates = 2;

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, "");
}

/**
 * An input up to its own reply: to a call that has the reply's id, or to the reply's text. That
 * may have been said before, so it counts only in an input that ends in an agent's words, as no model is asked.
 */
function withoutOwn(
  input: readonly Utterance[],
  output: readonly Utterance[],
): readonly Utterance[] {
  const made = output.flatMap(({ toolCalls = [] }) => toolCalls);
  const called = input.findLastIndex(({ toolCalls = [] }) =>
    toolCalls.some((call) => made.some((own) => isSameCall(call, own))),
  );
  if (called !== -1) return input.slice(0, called);
  const last = input.at(-1);
  if (last?.speaker !== "agent" || last.text === "") return input;
  const said = input.findLastIndex((one) =>
    output.some((reply) => reply.text !== "" && isSame(one, reply)),
  );
  return said === -1 ? input : input.slice(0, said);
}

function isSameCall(one: ToolCall, other: ToolCall): boolean {
  return hasOwnId(one) && one.id === other.id && one.name === other.name;
}

const leastIdLength = 10;

/** Short ids such as `call_0` are given again in each turn. */
function hasOwnId({ id }: ToolCall): boolean {
  return id !== null && id.length >= leastIdLength;
}
