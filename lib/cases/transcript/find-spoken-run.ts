import type { Utterance } from "@/lib/domain/trace/reading";
import { lettersOf } from "./heard/heard-text";
import type { Transcript } from "./transcript";

/** A run of messages by one speaker, by index. */
export type Run = { readonly first: number; readonly last: number };

/** Speech is transcribed in pieces, and short messages are batched, before a model is given them. */
const mostPieces = 40;

/**
 * The messages with spans of their own that one utterance of a prompt joins: by their letters, as a service may write
 * words, signs and capitals otherwise. One that says the same is a run of one.
 * @returns null if there are none at or after `from`
 */
export function findSpokenRun(
  transcript: Transcript,
  { speaker, text }: Utterance,
  from: number,
): Run | null {
  const turns = transcript.turnsOf(speaker, from);
  if (turns.length === 0) return null;
  const letters = lettersOf(text);
  if (letters === "") return null;
  for (const first of turns) {
    const last = endOfRun(transcript, first, letters);
    if (last !== null) return { first, last };
  }
  return null;
}

/** Index of the run's last message, if the messages from `first` on have these letters. */
function endOfRun(transcript: Transcript, first: number, letters: string): number | null {
  const { messages } = transcript;
  const speaker = messages[first]?.speaker;
  let said = "";
  let pieces = 0;
  for (let at = first; at < messages.length && pieces < mostPieces; at += 1) {
    const message = messages[at];
    if (message === undefined) return null;
    if (message.tool !== null || message.text === "") continue;
    if (message.speaker !== speaker || !message.isTurn) return null;
    said += lettersOf(message.text);
    pieces += 1;
    if (!letters.startsWith(said)) return null;
    if (said.length === letters.length) return at;
  }
  return null;
}
