import type { Utterance } from "@/lib/domain/trace/reading";
import { frames } from "./frame-table";

/** Frames in frames: a task from a manager within a new task. */
const deepest = 3;

/**
 * What was said in an utterance that an agent framework wrapped for its model: the words alone, by who said them.
 */
export function unframe(utterance: Utterance): readonly Utterance[] {
  return utterance.text === "" ? [utterance] : wordsIn(utterance, deepest);
}

function wordsIn(utterance: Utterance, depth: number): readonly Utterance[] {
  if (depth === 0) return [utterance];
  for (const { speaker, read } of frames) {
    const inner = speaker === utterance.speaker ? read(utterance.text) : null;
    if (inner === null) continue;
    const own = inner.find((one) => one.speaker === utterance.speaker);
    const said = inner.flatMap((one) =>
      wordsIn(one === own ? { ...utterance, ...one } : one, depth - 1),
    );
    const isSilentCall = own === undefined && (utterance.toolCalls ?? []).length > 0;
    return isSilentCall ? [...said, { ...utterance, text: "" }] : said;
  }
  return [utterance];
}
