import type { ToolCall, Utterance } from "@/lib/domain/trace/reading";
import { objectIn, spokenText } from "./spoken-text";

/** What the name of a tool may consist of by which a model gives its reply: `final_answer`, `SupportReply`. */
const replyWords: ReadonlySet<string> = new Set(["answer", "reply", "response", "respond"]);
const otherWords: ReadonlySet<string> = new Set(
  "final submit give provide send return structured format result output message to the user customer human agent support assistant chat bot model schema text tool".split(
    " ",
  ),
);
const pairs: readonly (readonly [string, string])[] = [
  ["final", "result"],
  ["final", "output"],
  ["structured", "output"],
  ["message", "user"],
  ["message", "customer"],
];

/** An agent's utterance whose words are the argument of a reply's tool, as words. Others are returned as they are. */
export function replyByTool(utterance: Utterance): Utterance {
  const { speaker, text, toolCalls = [], ...rest } = utterance;
  const [call, ...others] = toolCalls;
  if (speaker !== "agent" || text.trim() !== "") return utterance;
  if (call === undefined || others.length > 0 || !isReplyTool(call.name)) return utterance;
  const said = wordsOf(call);
  return said === null ? utterance : { ...rest, speaker, text: said };
}

function isReplyTool(name: string): boolean {
  const words = name
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, "_")
    .toLowerCase()
    .split(/[^a-z\d]+/);
  if (!words.every((word) => replyWords.has(word) || otherWords.has(word))) return false;
  return (
    words.some((word) => replyWords.has(word)) ||
    pairs.some((pair) => pair.every((word) => words.includes(word)))
  );
}

function wordsOf({ args }: ToolCall): string | null {
  return spokenText(args) ?? onlyText(args);
}

/** The text of an object that has one member. */
function onlyText(args: string): string | null {
  const [only, ...others] = Object.values(objectIn(args) ?? {});
  return others.length === 0 && typeof only === "string" && only.trim() !== "" ? only : null;
}
