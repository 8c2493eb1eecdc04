import { isJsonArray, isJsonObject, type JsonObject } from "../formats/json-shape";
import type { ReplayCall, ReplayMessage, ReplayScore } from "./conversation";
import { speakerOfRole } from "./read-roles";
import { instantOf, jsonOf, objectOf, storable, wordsOf } from "./values";

/** Reads a message's object; a sentence if it is none. */
export function readMessage(value: unknown): ReplayMessage | string {
  if (!isJsonObject(value)) return "This is no message; give an object with role and content.";
  const role = wordsOf(value["role"] ?? value["speaker"]);
  if (role === null) return "This message has no role; give customer, agent, tool or system.";
  const speaker = speakerOfRole(role);
  if (speaker === null) {
    return "This message's role is not known; give customer, agent, tool or system.";
  }
  return {
    speaker,
    text: storable(textIn(value["content"] ?? value["text"] ?? value["message"])),
    tool: wordsOf(value["name"]),
    callId: wordsOf(value["tool_call_id"]),
    calls: isJsonArray(value["tool_calls"]) ? value["tool_calls"].flatMap(readCall) : [],
    atUs: firstInstant(value, ["at", "started_speaking_at", "created_at", "timestamp", "ts"]),
  };
}

/** A text, or OpenAI's list of parts. */
function textIn(content: unknown): string {
  if (typeof content === "string") return content;
  if (!isJsonArray(content)) return "";
  const parts = content.map((part) => wordsOf(objectOf(part)["text"]) ?? "");
  return parts.filter((part) => part !== "").join("\n");
}

function readCall(value: unknown): readonly ReplayCall[] {
  const call = objectOf(value);
  const inner = isJsonObject(call["function"]) ? call["function"] : call;
  const name = wordsOf(inner["name"]);
  if (name === null) return [];
  const args = inner["arguments"] ?? inner["args"];
  const text = typeof args === "string" ? storable(args) : jsonOf(args);
  return [{ id: wordsOf(call["id"]), name, args: text ?? "" }];
}

function firstInstant(object: JsonObject, keys: readonly string[]): number | null {
  for (const key of keys) {
    const read = instantOf(object[key]);
    if (read !== null) return read;
  }
  return null;
}

/** What the simulator's own evaluation said, by template; one that failed says nothing. */
export function readScores(evaluation: unknown): readonly ReplayScore[] {
  return Object.entries(objectOf(evaluation)).flatMap(([name, value]): readonly ReplayScore[] => {
    const { output, score, reason } = objectOf(value);
    const first = isJsonArray(output) ? output[0] : output;
    const said = first ?? score ?? null;
    if (said === null) return [];
    const isShare = typeof said === "number" && said >= 0 && said <= 1;
    return [
      {
        ...{ name: storable(name), value: isShare ? said : null },
        label: isShare ? null : (wordsOf(said) ?? jsonOf(said)),
        because: wordsOf(reason),
      },
    ];
  });
}
