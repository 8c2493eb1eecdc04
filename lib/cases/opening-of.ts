import type { Message } from "@/lib/domain/case/case";
import { openingMessages } from "@/lib/domain/case/opening";

/** The texts of the customer's first messages, in order. */
export function openingOf(
  messages: readonly Pick<Message, "ordinal" | "speaker" | "text">[],
): readonly string[] {
  return messages
    .filter(({ ordinal, speaker }) => ordinal < openingMessages && speaker === "customer")
    .map(({ text }) => text);
}
