import { isCall } from "@/lib/domain/trace/channel";
import { handoffTopics, type HandoffTopic } from "@/lib/domain/case/handoff-packet";
import type { Ending } from "./endings";
import type { DemoChannel } from "./model";
import { giveScores } from "./give-scores";
import type { Aftermath, Scene } from "./scene";
import type { Talk } from "./talk";
import { asides } from "./text/asides";
import { admitMachine, askWhetherBot, claimPerson, evadeQuestion } from "./text/bot-questions";
import { expand } from "./text/grammar";
import { findings } from "./text/findings";
import { aiGreeting, farewell, humanGreeting, sympathy } from "./text/greetings";
import { handoverLines } from "./text/handovers";
import { askAccount, giveAccount, holdOn, knowsCustomer } from "./text/identify";
import type { Lines } from "./text/lines";
import { openingsFor } from "./text/openings";
import { otherPassages, policies } from "./text/policies";
import { confirmLines, doneLines, thanksLines } from "./text/outcomes";
import {
  comeBack,
  needMore,
  passOn,
  promiseCredit,
  promiseFollowUp,
  refuse,
  stillWaiting,
  toolFailed,
  unhappy,
} from "./text/setbacks";
import { failed, handOverCall, readCall, writeCall } from "./tools";

/** Generates an ordinary contact: greeting, request, identification, finding, ending. */
export function playUsual(talk: Talk, scene: Scene, ending: Ending): Aftermath {
  begin(talk, scene);
  const wasHonest = wonder(talk, scene);
  identify(talk, scene);
  lookUp(talk, scene);
  if (ending !== "refused" && scene.chance.happens(0.45)) askAside(talk, scene);
  end(talk, scene, ending);
  const scores = giveScores(scene, ending);
  if (ending !== "handed" || scene.agent.kind !== "ai" || scene.chance.happens(0.3)) {
    return { scores, wasHonest };
  }
  return { scores, wasHonest, handedOver: handOver(talk, scene) };
}

/** What is usual on a channel. */
type Customs = {
  /** How often an agent asks for the account number; null: the channel identifies the customer. */
  readonly asksAccount: number | null;
  /** Whether customers ask if the agent is a bot. */
  readonly wondersIfBot: boolean;
  /** Whether an AI agent looks up policies. */
  readonly searches: boolean;
};
const customs: Readonly<Record<DemoChannel, Customs>> = {
  voice: { asksAccount: 0.8, wondersIfBot: true, searches: false },
  chat: { asksAccount: 0.55, wondersIfBot: true, searches: true },
  email: { asksAccount: null, wondersIfBot: false, searches: true },
  sms: { asksAccount: 0.2, wondersIfBot: true, searches: false },
  social: { asksAccount: 0.2, wondersIfBot: true, searches: false },
  in_app: { asksAccount: null, wondersIfBot: true, searches: false },
};

/** By phone the agent speaks first, elsewhere the customer. */
export function begin(talk: Talk, scene: Scene): void {
  const greeting = scene.agent.kind === "ai" ? aiGreeting : humanGreeting;
  const opening = scene.earlier === null ? openingsFor(scene.intent) : comeBack;
  if (isCall[scene.channel] === true) {
    talk.agent(greeting);
    talk.customer(opening);
    talk.agent(sympathy);
  } else {
    talk.customer(opening);
    talk.agent(greeting, sympathy);
  }
}

/**
 * Occasionally a customer asks whether the agent is a bot.
 * @returns whether it admitted it; null if not asked
 */
function wonder(talk: Talk, { chance, channel, agent }: Scene): boolean | null {
  // A separate random source, so that the other messages do not change.
  const own = chance.fork("wonder");
  if (agent.kind !== "ai" || !customs[channel].wondersIfBot || !own.happens(0.06)) return null;
  const [answer, isHonest] = own.weigh([
    [[admitMachine, true] as const, 7],
    [[evadeQuestion, false] as const, 2],
    [[claimPerson, false] as const, 1],
  ]);
  talk.customer(askWhetherBot);
  talk.agent(answer);
  return isHonest;
}

/** Asks for the account number on channels that do not identify the customer. */
function identify(talk: Talk, { chance, channel, earlier }: Scene): void {
  if (earlier !== null) {
    if (chance.happens(0.6)) talk.agent(knowsCustomer);
    return;
  }
  const share = customs[channel].asksAccount;
  if (share === null || !chance.happens(share)) return;
  talk.agent(askAccount);
  talk.customer(giveAccount);
}

/** Looks the matter up and reports the result. */
export function lookUp(
  talk: Talk,
  { chance, intent, about, agent, caseType, channel }: Scene,
): void {
  if (chance.happens(0.5)) talk.agent(holdOn);
  if (agent.kind === "ai" || chance.happens(0.4)) talk.tool(readCall(intent, about));
  const policy = policies[intent];
  const searches = agent.kind === "ai" && customs[channel].searches;
  if (policy === undefined || !searches || !chance.happens(0.4)) {
    talk.agent(required(findings[intent], intent));
    return;
  }
  const found = [policy.passage, ...(otherPassages[caseType] ?? [])].slice(0, 2);
  talk.search(
    `${intent.replace(/[._]/g, " ")} ${about.facts["plan"] ?? ""}`,
    found.map((text, index) => ({
      id: `kb-${caseType}-${String(text.length)}`,
      text,
      score: (92 - index * 7 - chance.below(6)) / 100,
    })),
  );
  const { says, misquotes } = policy;
  const isMisquoted = misquotes !== null && chance.happens(0.15);
  talk.agent(required(findings[intent], intent), isMisquoted ? misquotes : says);
}

/** A side question and its answer. */
function askAside(talk: Talk, { chance, caseType }: Scene): void {
  const [question, answer] = chance.pick(asides[caseType] ?? []);
  talk.customer(question);
  talk.agent(answer);
}

/** Generates a contact's ending. */
export function end(talk: Talk, scene: Scene, ending: Ending): void {
  const { chance, intent, about } = scene;
  const done = required(doneLines[intent], intent);
  switch (ending) {
    case "write":
      talk.tool(writeCall(intent, about));
      sayGoodbye(talk, scene, done);
      break;
    case "confirmed":
      if (chance.happens(0.6)) talk.tool(writeCall(intent, about));
      talk.agent(done);
      talk.customer(required(confirmLines[scene.caseType], intent));
      talk.agent(farewell);
      break;
    case "claimed":
      sayGoodbye(talk, scene, done);
      break;
    case "promised":
      sayGoodbye(talk, scene, promiseFollowUp);
      break;
    case "credit":
      sayGoodbye(talk, scene, promiseCredit);
      break;
    default:
      endOpen(talk, scene, ending);
  }
}

type OpenEnding = Exclude<Ending, "write" | "confirmed" | "claimed" | "promised" | "credit">;

/** Endings without a result for the customer. */
function endOpen(talk: Talk, { chance, intent, about }: Scene, ending: OpenEnding): void {
  switch (ending) {
    case "handed":
      talk.agent(passOn);
      if (chance.happens(0.5)) talk.customer(thanksLines);
      break;
    case "refused":
      talk.agent(refuse);
      talk.customer(unhappy);
      break;
    case "needs-more":
      talk.agent(needMore);
      break;
    case "open":
      talk.agent(promiseFollowUp);
      talk.customer(chance.happens(0.5) ? unhappy : stillWaiting);
      break;
    case "failed":
      talk.tool(failed(writeCall(intent, about), "upstream billing service timed out"));
      talk.agent(toolFailed);
  }
}

/**
 * The AI agent's summary for the team that takes over.
 * @returns its topics
 */
function handOver(talk: Talk, { chance, about }: Scene): readonly HandoffTopic[] {
  const parts = handoffTopics.filter(() => chance.happens(0.7));
  const sentences = parts.map((part) =>
    expand(chance.pick(handoverLines[part]), about.facts, chance),
  );
  talk.tool(handOverCall(about.facts["team"] ?? "", sentences.join(" ")));
  return parts;
}

function sayGoodbye(talk: Talk, { chance }: Scene, lines: Lines): void {
  talk.agent(lines);
  if (chance.happens(0.12)) return;
  talk.customer(thanksLines);
  if (chance.happens(0.6)) talk.agent(farewell);
}

function required(lines: Lines | undefined, what: string): Lines {
  if (lines === undefined) throw new Error(`There are no words for ${what}.`);
  return lines;
}
