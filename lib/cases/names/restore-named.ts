import type { Retrieval } from "@/lib/domain/case/case";
import { composeName, partsOfName, type HalfOfName } from "@/lib/domain/privacy/name-pseudonym";
import { collectNamed, createNamed } from "@/lib/domain/privacy/named-things";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import {
  completesName,
  isIntroduced,
  namePartsOf,
  type NamePart,
} from "@/lib/domain/privacy/thing-names";
import type { DraftMessage } from "../transcript/transcript";

/** Replaces the pseudonyms of things in a text. */
export type Restore = (text: string) => string;

/** Of the things named, by their pseudonym. */
type Parts = ReadonlyMap<string, readonly NamePart[]>;

/** What of a message names things, or holds their pseudonyms. */
type NamingMessage = Pick<DraftMessage, "speaker" | "text" | "toolCalls" | "tool">;

/**
 * Creates the function that makes names of places, venues, products and brands readable again where they were masked
 * as a person's: those that a tool of the case returned, which stand readable in its result anyway. Depends on the
 * case's messages alone, not on their order: a message masked before the tool answered is restored too.
 * @param messages all of the case, restored or not; read once a text holds a pseudonym
 */
export function createRestore(messages: readonly NamingMessage[], halfOf: HalfOfName): Restore {
  let parts: Parts | null = null;
  return (text) => {
    if (!mayHoldName(text)) return text;
    parts ??= readParts(messages, halfOf);
    return restoreIn(text, parts);
  };
}

function readParts(messages: readonly NamingMessage[], halfOf: HalfOfName): Parts {
  const named = createNamed();
  for (const { speaker, text, toolCalls, tool } of messages) {
    if (speaker === "tool") collectNamed(text, named);
    for (const { args } of toolCalls) collectNamed(args, named);
    if (tool !== null) collectNamed(tool.args, named);
  }
  const parts = groupByPseudonym(namePartsOf(named), halfOf);
  for (const pseudonym of named.masked) for (const own of partsOfName(pseudonym)) parts.delete(own);
  for (const { text } of messages) dropIntroduced(text, parts);
  return parts;
}

/** Restores a contact's messages; one without such a name is the same object. */
export function restoreMessages(
  messages: readonly DraftMessage[],
  restore: Restore,
): readonly DraftMessage[] {
  return messages.map((message) => {
    const { tool } = message;
    const said = [message.text, ...message.toolCalls.map(({ args }) => args), tool?.args ?? ""];
    if (!said.some(mayHoldName)) return message;
    return {
      ...message,
      text: restore(message.text),
      toolCalls: message.toolCalls.map((call) => ({ ...call, args: restore(call.args) })),
      tool: tool === null ? null : { ...tool, args: restore(tool.args) },
    };
  });
}

/** Restores what retrievers returned. */
export function restoreRetrievals(
  retrievals: readonly Retrieval[],
  restore: Restore,
): readonly Retrieval[] {
  return retrievals.map((retrieval) => ({
    ...retrieval,
    passages: retrieval.passages.map((passage) =>
      passage.text === null ? passage : { ...passage, text: restore(passage.text) },
    ),
  }));
}

function mayHoldName(text: string): boolean {
  return text.includes("<PERSON:") || text.includes("<ADDRESS:");
}

function groupByPseudonym(
  parts: readonly NamePart[],
  halfOf: HalfOfName,
): Map<string, readonly NamePart[]> {
  const halves = new Map<string, string>();
  const known = (word: string): string => {
    const half = halves.get(word) ?? halfOf(word);
    halves.set(word, half);
    return half;
  };
  const grouped = new Map<string, NamePart[]>();
  for (const part of parts) {
    const pseudonym = composeName(part.words, known);
    const group = grouped.get(pseudonym);
    if (group === undefined) grouped.set(pseudonym, [part]);
    else group.push(part);
  }
  return grouped;
}

/** A name by which somebody is introduced or addressed anywhere in the case stays masked. */
function dropIntroduced(text: string, parts: Map<string, readonly NamePart[]>): void {
  if (!mayHoldName(text)) return;
  for (const match of text.matchAll(maskedPattern)) {
    const pseudonym = match[2] ?? "";
    if (parts.has(pseudonym) && isIntroduced(text, match.index)) parts.delete(pseudonym);
  }
}

function restoreIn(text: string, parts: Parts): string {
  return text.replace(
    maskedPattern,
    (masked: string, type: string, pseudonym: string, at: number) => {
      if (type !== "PERSON" && type !== "ADDRESS") return masked;
      const found = parts
        .get(pseudonym)
        ?.find((part) => completesName(text, at, at + masked.length, part));
      return found?.text ?? masked;
    },
  );
}
