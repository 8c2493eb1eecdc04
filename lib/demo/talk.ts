import type { Passage } from "@/lib/domain/trace/reading";
import { paces, secondUs } from "./calendar";
import type { Chance } from "./chance";
import { chooseWords, type UsedTexts } from "./choose-words";
import type { DemoAgent, DemoChannel, ToolUse, Turn } from "./model";
import { expand, withCapitals, type Facts } from "./text/grammar";
import { farewell } from "./text/greetings";
import { letterOf } from "./text/letter";
import type { Lines, Voice } from "./text/lines";
import { acknowledge } from "./text/outcomes";

export type TalkSetting = {
  readonly channel: DemoChannel;
  readonly startUs: number;
  readonly agent: DemoAgent;
  readonly facts: Facts;
  readonly chance: Chance;
  readonly used: UsedTexts;
  /** The AI agent speaks formally because of the template change. */
  readonly isFormal: boolean;
};

type TalkEntry = { readonly agent: DemoAgent } & (
  | { readonly who: "customer" | "agent"; readonly paragraphs: string[] }
  | { readonly who: "tool"; readonly tool: ToolUse }
  | { readonly who: "search"; readonly query: string; readonly passages: readonly Passage[] }
);

/** A conversation under construction. */
export type Talk = {
  readonly customer: (...lines: readonly Lines[]) => void;
  readonly agent: (...lines: readonly Lines[]) => void;
  readonly tool: (tool: ToolUse) => void;
  readonly search: (query: string, passages: readonly Passage[]) => void;
  /** Another agent takes over. */
  readonly handTo: (agent: DemoAgent) => void;
  /** Ends the conversation. In writing an AI agent answers every message, including the last. */
  readonly turns: () => readonly Turn[];
};

const voices: Readonly<Record<DemoChannel, Voice>> = {
  voice: "speech",
  chat: "text",
  in_app: "text",
  email: "mail",
  sms: "short",
  social: "social",
};

/** Starts a conversation on a channel; consecutive texts of one speaker form one message. */
export function beginTalk(setting: TalkSetting): Talk {
  const { channel } = setting;
  const entries: TalkEntry[] = [];
  let agent = setting.agent;

  function say(who: "customer" | "agent", lines: readonly Lines[]): void {
    const own = { ...setting.facts, ...speakerFacts(agent) };
    const facts = who === "agent" ? withTheirView(own) : own;
    const isFormal = setting.isFormal && agent.kind === "ai";
    const speaking = { ...setting, who, voice: voices[channel], facts, isFormal };
    const said = lines.map((each) => chooseWords(each, speaking)).filter((text) => text !== "");
    const last = entries.at(-1);
    if (last?.who === who && last.agent === agent) last.paragraphs.push(...said);
    else if (said.length > 0) entries.push({ who, paragraphs: said, agent });
  }
  /** A letter is written after all lookups. */
  function act(entry: TalkEntry): void {
    const isWriting = channel === "email" && entries.at(-1)?.who === "agent";
    entries.splice(isWriting ? entries.length - 1 : entries.length, 0, entry);
  }

  return {
    customer: (...lines) => say("customer", lines),
    agent: (...lines) => say("agent", lines),
    tool: (tool) => act({ who: "tool", tool, agent }),
    search: (query, passages) => act({ who: "search", query, passages, agent }),
    handTo: (other) => void (agent = other),
    turns: () => {
      const last = entries.at(-1);
      if (last?.who === "customer" && agent.kind === "ai" && channel !== "voice") {
        const isThanks = polite.test(last.paragraphs.join(" "));
        say("agent", [isThanks ? farewell : acknowledge]);
      }
      return timeTurns(entries, setting);
    },
  };
}

const polite = /\b(thank|thanks|cheers|ty|thx|appreciate)\b/i;

/** Swaps the customer's perspective for the agent's ("my" to "your"). */
function withTheirView(facts: Facts): Facts {
  const topic = (facts["topic"] ?? "")
    .replace(/\bmy\b/, "your")
    .replace("you owe me", "we owe you")
    .replace("I asked for", "you asked for");
  return { ...facts, topic };
}

function speakerFacts(agent: DemoAgent): Facts {
  return { agent: agent.kind === "ai" ? "Fern" : agent.name };
}

/** Assigns each part its time at the channel's pace; on e-mail texts become letters. */
function timeTurns(entries: readonly TalkEntry[], setting: TalkSetting): readonly Turn[] {
  const { channel, chance, startUs } = setting;
  const [least, most] = paces[channel];
  let atUs = startUs;
  let letters = 0;
  return entries.map((entry, index): Turn => {
    const isFast = entry.who !== "customer" && (entry.who !== "agent" || entry.agent.kind === "ai");
    if (index > 0) atUs += (isFast ? chance.between(2, 6) : chance.between(least, most)) * secondUs;
    if (entry.who === "tool" || entry.who === "search") return { ...entry, atUs };
    const { who, agent, paragraphs } = entry;
    if (channel !== "email") return { who, agent, atUs, text: paragraphs.join(" ") };
    letters += 1;
    const facts = { ...setting.facts, ...speakerFacts(agent) };
    const letter = letterOf(paragraphs, chance, { who, isReply: letters > 1 });
    return { who, agent, atUs, text: withCapitals(expand(letter, facts, chance)) };
  });
}
