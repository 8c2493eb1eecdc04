import type { CaseSpan } from "@/lib/domain/case/case";
import { isVoicemailGreeting } from "../words/is-voicemail-greeting";
import type { DraftMessage } from "./transcript";

/**
 * A call's messages, with what an answering machine said at its beginning as the system's words: nobody was reached.
 * @param spans the contact's
 */
export function markVoicemail(
  messages: readonly DraftMessage[],
  spans: readonly CaseSpan[],
): readonly DraftMessage[] {
  if (spans[0]?.belonging.channel !== "voice") return messages;
  const first = messages.findIndex(({ speaker }) => speaker === "customer");
  if (first === -1) return messages;
  const rest = messages.slice(first);
  const other = rest.findIndex(({ speaker }) => speaker !== "customer");
  const opening = other === -1 ? rest : rest.slice(0, other);
  if (!isVoicemailGreeting(opening.map(({ text }) => text).join(" "))) return messages;
  const last = first + opening.length;
  return messages.map((message, at) =>
    at >= first && at < last ? { ...message, speaker: "system" } : message,
  );
}
