import type { Message } from "@/lib/domain/case/case";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { createLanguageSoFar, findLanguage } from "@/lib/learning/find-language";

/** What a reader is asked: what a message does, after the other side's message before it. */
export type ActQuestion = {
  readonly speaker: "customer" | "agent";
  /** ISO 639-1; null: nothing tells. */
  readonly language: string | null;
  readonly before: string;
  readonly text: string;
};

/** Longer texts are read up to here. */
const textMax = 20_000;
/** A longer text of the system is a model's instructions. */
const announcementMax = 400;
/** The end of the message before, of which readers read little. */
const beforeMax = 400;

/**
 * The question of each message of a customer or an agent, and of each announcement, with the message's position in the list. A pseudonym is asked
 * without its digits, which hang on the workspace's key: the same words are one question everywhere. Offsets into a
 * question's text are those of the message's.
 */
export function questionsOf(
  messages: readonly Pick<Message, "speaker" | "text" | "interaction">[],
): readonly { readonly at: number; readonly question: ActQuestion }[] {
  const soFar = createLanguageSoFar();
  const last: Record<ActQuestion["speaker"], { text: string; interaction: number }> = {
    customer: { text: "", interaction: -1 },
    agent: { text: "", interaction: -1 },
  };
  return messages.flatMap(({ speaker, text, interaction }, at) => {
    if (text.trim() === "") return [];
    if (speaker === "system" && text.length <= announcementMax) {
      const { code } = findLanguage(text, soFar.current());
      return [{ at, question: bounded({ speaker: "agent", language: code, before: "", text }) }];
    }
    if (speaker !== "customer" && speaker !== "agent") return [];
    const language = findLanguage(text, soFar.current());
    soFar.add(language);
    const other = last[speaker === "agent" ? "customer" : "agent"];
    const before = other.interaction === interaction ? other.text : "";
    last[speaker] = { text, interaction };
    return [{ at, question: bounded({ speaker, language: language.code, before, text }) }];
  });
}

/** The question of a message that stands alone. @param language null: found in the words */
export function questionOf(asked: ActQuestion): ActQuestion {
  const { language, text } = asked;
  return bounded({ ...asked, language: language ?? findLanguage(text, null).code });
}

function bounded({ speaker, language, before, text }: ActQuestion): ActQuestion {
  return {
    speaker,
    language,
    before: canonical(before.slice(-beforeMax)),
    text: canonical(text.slice(0, textMax)),
  };
}

/** Of the same length. */
function canonical(text: string): string {
  return text.includes("<")
    ? text.replace(maskedPattern, (_masked, type: string) => `<${type}:${"0".repeat(16)}>`)
    : text;
}
