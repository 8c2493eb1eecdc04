import type { Message } from "@/lib/domain/case/case";
import type { Speaker } from "@/lib/domain/trace/reading";
import { formatCount } from "@/lib/format/format";
import type { FoundTerm } from "./search-case";
import type { NameHit, NameKind } from "./name-hits";

/** Who said a message, before its words: "Customer", "AI agent", "Tool get_order". */
export function speakerLabel({
  speaker,
  agentKind,
  tool,
}: Pick<Message, "speaker" | "agentKind" | "tool">): string {
  switch (speaker) {
    case "customer":
      return "Customer";
    case "agent":
      return agentLabels[agentKind];
    case "tool":
      return tool === null || tool.name === "" ? "Tool" : `Tool ${tool.name}`;
    case "system":
      return "System message";
  }
}

const agentLabels: Readonly<Record<Message["agentKind"], string>> = {
  ai: "AI agent",
  human: "Human agent",
  unknown: "Agent",
};

const nameLabels: Readonly<Record<NameKind, string>> = {
  tool: "Tool",
  prompt: "Prompt",
  model: "Model",
  contact: "Interaction id",
  agent: "Agent",
  case: "Case id",
  customer: "Customer id",
  trace: "Trace or span id",
};

/** What a search names in a case: "Tool get_order". */
export function nameLabel({ kind, name }: NameHit): string {
  return kind === "trace" ? nameLabels.trace : `${nameLabels[kind]} ${name}`;
}

/** Some of these ids are in no message; sessions are never. */
export const otherIdLabel = "Session, trace or span id";

/** Why a case is found, for one term: the words before, of and after the link to the place; no link: it has none. */
export type HitSentence = {
  readonly before: string;
  readonly place: string;
  readonly after: string;
};

/** Says where a case has a term: "“refund” said by the customer in message 7 (2 more)". */
export function hitSentence({ text, said, name }: FoundTerm): HitSentence {
  const term = `“${text}”`;
  if (said !== null) {
    const before = `${term} said by ${saidBy[said.speaker]} in `;
    return { before, place: messageWords(said.ordinal), after: moreWords(said.count) };
  }
  return name === null
    ? withoutPlace(`${term} ${missingTermWords(text)}`)
    : nameSentence(term, name);
}

const saidBy: Readonly<Record<Speaker, string>> = {
  customer: "the customer",
  agent: "an agent",
  tool: "a tool",
  system: "the system message",
};

function missingTermWords(text: string): string {
  return /\d/u.test(text)
    ? "is in none of its messages; it may be the id of a session, a trace or a span"
    : "is in none of its messages";
}

const nameWords: Readonly<Record<NameKind, string>> = {
  tool: "is a tool, called in ",
  prompt: "is the prompt of ",
  model: "is the model of ",
  contact: "is the id of ",
  agent: "served ",
  case: "begins the id of the case",
  customer: "begins the id of its customer",
  trace: "is the id of a trace or a span of ",
};

function nameSentence(term: string, { kind, messages, contact }: NameHit): HitSentence {
  const [first] = messages;
  const before = `${term} ${nameWords[kind]}`;
  if (first !== undefined) {
    return { before, place: messageWords(first), after: moreWords(messages.length) };
  }
  if (contact !== null) return { before, place: `contact ${formatCount(contact + 1)}`, after: "" };
  return withoutPlace(before);
}

function withoutPlace(before: string): HitSentence {
  return { before, place: "", after: "" };
}

function messageWords(ordinal: number): string {
  return `message ${formatCount(ordinal + 1)}`;
}

function moreWords(count: number): string {
  return count > 1 ? ` (${formatCount(count - 1)} more)` : "";
}
