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
 * as a person's: those that a tool of the case returned, which stand readable in its result anyway; and the agent's own,
 * which its instructions state. Depends on the case alone, not on the order of its messages: one masked before the tool
 * answered is restored too.
 * @param messages all of the case, restored or not; read once a text holds a pseudonym
 * @param agentNames as the instructions write them
 */
export function createRestore(
  messages: readonly NamingMessage[],
  halfOf: HalfOfName,
  agentNames: readonly string[] = [],
): Restore {
  let parts: Parts | null = null;
  return (text) => {
    if (!mayHoldName(text)) return text;
    parts ??= readParts(messages, halfOf, agentNames);
    return restoreIn(text, parts);
  };
}

function readParts(
  messages: readonly NamingMessage[],
  halfOf: HalfOfName,
  agentNames: readonly string[],
): Parts {
  const named = createNamed();
  for (const { speaker, text, toolCalls, tool } of messages) {
    if (speaker === "tool") collectNamed(text, named);
    for (const { args } of toolCalls) collectNamed(args, named);
    if (tool !== null) collectNamed(tool.args, named);
  }
  const parts = groupByPseudonym(namePartsOf(named), halfOf);
  for (const { text } of messages) dropIntroduced(text, parts);
  const agents = groupByPseudonym(agentNames.flatMap(partsOfAgent), halfOf);
  for (const { speaker, text } of messages) dropCustomers(speaker, text, agents);
  for (const [pseudonym, names] of agents) parts.set(pseudonym, names);
  for (const pseudonym of named.masked) for (const own of partsOfName(pseudonym)) parts.delete(own);
  return parts;
}

/** The whole name, and each of its words alone. */
function partsOfAgent(name: string): readonly NamePart[] {
  const alone = { before: [], after: [] };
  const written = name.split(" ");
  return [...new Set([name, ...written])].map((text) => ({
    ...alone,
    words: text.toLowerCase().split(" "),
    text,
  }));
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

/** What a customer says before the agent's name, and not before their own. */
const toAgent =
  /(?<!\p{L})(?:hi|hello|hey|dear|thanks|thank you|thx|cheers|hallo|danke|liebe|bonjour|merci|hola|gracias|ciao|grazie|olá|oi|obrigad[oa]|hoi|bedankt|(?:spoke|talked|chatted|speaking|talking) (?:to|with)|gesprochen)[ ,!]{1,2}$/iu;
/** What an agent says before the customer's name. */
const toCustomer =
  /(?<!\p{L})(?:hi|hello|hey|dear|thanks|thank you|welcome|sorry|pleasure|(?:good|great) (?:morning|afternoon|evening|day)|mr|mrs|ms|miss|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|frau|herrn?|danke|bonjour|bonsoir|ch[eè]re?|madame|monsieur|merci|hola|estimad[oa]|querid[oa]|señora?|gracias|buon(?:giorno|asera)|gentile|car[oa]|signora?|grazie|olá|prezad[oa]|senhora?|obrigad[oa]|beste|geachte|goede(?:morgen|middag|navond)|mevrouw|meneer|bedankt|yes|no|ok(?:ay)?|perfect|sure|you|am i speaking (?:to|with))[.,:!]?\s*$/iu;

/**
 * An agent's name stays masked where the customer may have it too: where an agent greets by it, or the customer says it
 * otherwise than to the agent.
 */
function dropCustomers(
  speaker: NamingMessage["speaker"],
  text: string,
  names: Map<string, readonly NamePart[]>,
): void {
  if (names.size === 0 || !mayHoldName(text)) return;
  if (speaker !== "customer" && speaker !== "agent") return;
  for (const match of text.matchAll(maskedPattern)) {
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    if (speaker === "customer" ? toAgent.test(before) : !toCustomer.test(before)) continue;
    for (const own of partsOfName(match[2] ?? "")) names.delete(own);
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
