import type { Content, Utterance } from "@/lib/domain/trace/reading";
import type { AttributeValue, Attributes, SourceSpan } from "@/lib/domain/trace/span";
import { firstMember, isList, isRecord, member, parsed } from "../json";

/** Families of keys of which each index is a choice. */
const familiesOfChoices: ReadonlySet<string> = new Set([
  "gen_ai.completion.",
  "llm.completions.",
  "llm.choices.",
]);
/** How many choices were asked for. */
const countKeys = ["gen_ai.request.choice.count", "gen_ai.request.n", "llm.request.n"];
const parameterKeys = [
  "llm.invocation_parameters",
  "gen_ai.request.parameters",
  "langfuse.observation.model.parameters",
  "model_parameters",
];
const countNames = ["n", "candidate_count", "candidateCount", "num_generations", "best_of"];
const replyKeys = ["output.value", "raw.output", "langfuse.observation.output", "output"];
const listNames = ["choices", "candidates", "generations", "replies"];
const reasonNames = ["finish_reason", "finishReason", "stop_reason"];

/**
 * Marks the alternatives among a model's replies (`n` = 2): at most one of them was sent.
 * @param key the attribute that the replies were read from, or the prefix of a family
 */
export function markChoices(
  content: Content,
  key: string,
  { attributes, events }: Pick<SourceSpan, "attributes" | "events">,
): Content {
  if (typeof content === "string" || content.length < 2) return content;
  if (!content.every(isReply)) return content;
  const choices = events.filter(({ name }) => name === "gen_ai.choice").length;
  const isEachAChoice = key === "@events" && choices === content.length;
  if (!isEachAChoice && !areChoices(content.length, key, attributes)) return content;
  return content.map((utterance, choice) => ({ ...utterance, choice }));
}

function isReply({ speaker, text, toolCalls }: Utterance): boolean {
  return speaker === "agent" && (text !== "" || toolCalls !== undefined);
}

function areChoices(count: number, key: string, attributes: Attributes): boolean {
  if (familiesOfChoices.has(key)) return true;
  if (countKeys.some((each) => Number(attributes.get(each)) === count)) return true;
  const reasons = parsed(attributes.get("gen_ai.response.finish_reasons") ?? null);
  if (isList(reasons) && reasons.length === count) return true;
  if (parameterKeys.some((each) => asksFor(attributes.get(each)) === count)) return true;
  return [key, ...replyKeys].some((each) => countIn(attributes.get(each)) === count);
}

function asksFor(value: AttributeValue | undefined): number | null {
  const parameters = parsed(value ?? null);
  return isRecord(parameters) ? Number(firstMember(parameters, countNames)) : null;
}

/** How many choices a raw reply has, or a list of messages of which each says why it ended. */
function countIn(value: AttributeValue | undefined): number | null {
  const body = parsed(value ?? null);
  if (isList(body)) return body.every(hasEnded) ? body.length : null;
  const list = isRecord(body) ? firstMember(body, listNames) : undefined;
  if (!isList(list)) return null;
  // LangChain's generations are lists of one request each.
  const [only] = list;
  return list.length === 1 && isList(only) ? only.length : list.length;
}

function hasEnded(item: AttributeValue): boolean {
  return (
    isRecord(item) &&
    reasonNames.some((name) => {
      const reason = member(item, name);
      return typeof reason === "string" && reason !== "";
    })
  );
}
