import type { Act, MessageActs } from "@/lib/domain/acts/act";
import type { Message } from "@/lib/domain/case/case";

/** What a test states of a message: the acts that are surely read in it, or that its language is not read. */
export type StatedActs = readonly Act[] | "unread";

/** Messages with acts as a test states them, each carried by the whole text. */
export function withStatedActs<M extends Pick<Message, "text" | "speaker">>(
  messages: readonly M[],
  statedOf: (message: M) => StatedActs,
): readonly (M & { readonly acts?: MessageActs })[] {
  return messages.map((message) =>
    message.speaker === "tool" ? message : { ...message, acts: actsOf(message, statedOf(message)) },
  );
}

function actsOf({ text }: Pick<Message, "text">, stated: StatedActs): MessageActs {
  if (stated === "unread") return null;
  const read = stated.map((act) => ({
    ...{ act, confidence: 0.9, certainty: "sure" as const },
    start: 0,
    end: text.length,
  }));
  return { language: "en", read };
}
