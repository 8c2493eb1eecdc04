import { replayMark } from "@/lib/domain/gate/replay";
import { parseChannel, type Channel } from "@/lib/domain/trace/channel";
import type { DataFinding } from "@/lib/domain/trace/finding";
import type { AgentKind, IdentityField, Risk } from "@/lib/domain/trace/identity";
import type { AttributeValue } from "@/lib/domain/trace/span";
import { isRedaction } from "@/lib/domain/trace/is-redaction";
import { scalarText, unquoted } from "./json";

const agentKindOfWord: Readonly<Record<string, AgentKind>> = {
  ai: "ai",
  ai_agent: "ai",
  bot: "ai",
  chatbot: "ai",
  voicebot: "ai",
  assistant: "ai",
  llm: "ai",
  virtual: "ai",
  virtual_agent: "ai",
  automated: "ai",
  model: "ai",
  human: "human",
  human_agent: "human",
  person: "human",
  live: "human",
  live_agent: "human",
  operator: "human",
  representative: "human",
  employee: "human",
};

const riskOfWord: Readonly<Record<string, Risk>> = {
  low: "low",
  medium: "medium",
  med: "medium",
  moderate: "medium",
  high: "high",
};

/**
 * Normalises an identity value: trimmed text; channel, agent kind and risk as our enums; a repeat as a number from 1.
 * @param channelWords the workspace's channel synonyms, by `channelWord`
 * @returns null if nothing usable was declared; an unknown channel is "unknown" with a finding
 */
export function normaliseIdentity(
  field: IdentityField,
  value: AttributeValue | undefined,
  channelWords: ReadonlyMap<string, Channel>,
): { readonly value: string; readonly finding: DataFinding | null } | null {
  const raw = scalarText(value);
  const unmarked = raw === null ? null : unquoted(raw).replaceAll(replayMark, "");
  const text = unmarked === null ? null : scalarText(unmarked);
  if (text === null || isRedaction(text)) return null;
  if (field === "channel") return normaliseChannel(text, channelWords);
  if (field === "agentKind") return known(agentKindOfWord, text);
  if (field === "risk") return known(riskOfWord, text);
  if (field === "repeat" && !/^[1-9]\d{0,3}$/.test(text)) return null;
  return { value: text, finding: null };
}

function normaliseChannel(
  text: string,
  own: ReadonlyMap<string, Channel>,
): { value: string; finding: DataFinding | null } {
  const channel = parseChannel(text, own);
  if (channel !== null) return { value: channel, finding: null };
  const detail = "The channel's name is none that we know; it counts as unknown.";
  return { value: "unknown", finding: { code: "unknown-channel", detail } };
}

function known(
  words: Readonly<Record<string, string>>,
  text: string,
): { value: string; finding: null } | null {
  const word = text.toLowerCase().replace(/[\s-]+/g, "_");
  const value = Object.hasOwn(words, word) ? words[word] : undefined;
  return value === undefined ? null : { value, finding: null };
}
