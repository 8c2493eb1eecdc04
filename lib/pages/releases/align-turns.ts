import type { DerivedCase, Interaction, Message } from "@/lib/domain/case/case";
import type { ToolCall } from "@/lib/domain/trace/reading";
import { groupBy } from "@/lib/format/group-by";
import { shownText } from "@/lib/format/shown-text";
import { unansweredCalls } from "@/lib/format/unanswered-calls";
import { alignInOrder, type Pair } from "./align-in-order";
import { comparer, type Comparer } from "./replay-values";
import { fieldDetail, sentenceDetail, type TurnDetail } from "./turn-detail";
import { sharedWords, wordSet } from "@/lib/format/prompts/likeness";

type Call = Pick<ToolCall, "name" | "args">;

export type ReplayedTurns = Pick<DerivedCase, "messages" | "interactions">;

/** A message with the tool calls that it alone shows: those without a result. */
export type Turn = { readonly message: Message; readonly calls: readonly ToolCall[] };

/**
 * How the agents' sides of a pair differ: in what is called, in what the tool returns, in words, or one of them has no
 * such turn. That an agent was instructed otherwise is a cause, and not where the replays part.
 */
type TurnDifference = "call" | "result" | "words" | "one-sided" | "instructions";

export type TurnPair = Pair<Turn> & {
  /** From 1, over all contacts. */
  readonly number: number;
  /** Null: the same, or it is the customer's. */
  readonly difference: TurnDifference | null;
  /** What differs, if that is told in few words. */
  readonly detail: TurnDetail | null;
  /** Of calls that differ the first; null: on both sides the same is called. */
  readonly calls: Pair<Call> | null;
};

export type ContactPair = Pair<Interaction> & {
  readonly difference: "channel" | "one-sided" | null;
  readonly turns: readonly TurnPair[];
};

/** Where two replays part first. */
export type Parting =
  | { readonly at: "contact"; readonly contact: ContactPair; readonly number: number }
  | { readonly at: "turn"; readonly turn: TurnPair };

export type AlignedReplays = {
  readonly contacts: readonly ContactPair[];
  /** Null: both agents say and do the same. */
  readonly parting: Parting | null;
};

/** A turn with what it is compared by. */
type ComparedTurn = {
  readonly turn: Turn;
  readonly plain: string;
  readonly words: ReadonlySet<string>;
  readonly calls: string;
  /** What the tool returned. */
  readonly result: string;
};
type ComparedContact = {
  readonly interaction: Interaction;
  readonly turns: readonly ComparedTurn[];
  /** What the customer said in it. */
  readonly words: ReadonlySet<string>;
};

/**
 * Pairs the turns of two replays. What the customer says is mostly the same in both, so contacts and then customers'
 * turns are paired by their words, and what stands between them in order, by speaker. Every message occurs once. Dates,
 * times, names and numbers that only one replay knows make no difference.
 */
export function alignTurns(candidate: ReplayedTurns, baseline: ReplayedTurns): AlignedReplays {
  const compared = comparer(textsOf(candidate), textsOf(baseline));
  const pairs = alignInOrder(
    contactsOf(candidate, compared),
    contactsOf(baseline, compared),
    fitOfContacts,
  );
  let count = 0;
  const contacts = pairs.map((pair): ContactPair => {
    const turns = alignContact(pair).map((each): TurnPair => {
      const difference = differenceOf(each);
      const calls = difference === "call" ? differingCalls(each, compared) : null;
      const detail = detailOf(each, { difference, calls }, compared);
      return { ...turnsOf(each), number: (count += 1), difference, detail, calls };
    });
    return { ...interactionsOf(pair), difference: contactDifference(pair), turns };
  });
  return { contacts, parting: findParting(contacts) };
}

function textsOf({ messages }: ReplayedTurns): readonly string[] {
  return messages.flatMap(({ text, tool, toolCalls }) => [
    text,
    ...(tool === null ? [] : [tool.args]),
    ...toolCalls.map(({ args }) => args),
  ]);
}

function contactsOf(
  { messages, interactions }: ReplayedTurns,
  compared: Comparer,
): readonly ComparedContact[] {
  const own = groupBy(messages, ({ interaction }) => interaction);
  return interactions.map((interaction) => {
    const said = own.get(interaction.ordinal) ?? [];
    const calls = unansweredCalls(said);
    const turns = said.map((message) =>
      comparedTurn(message, calls.get(message.ordinal) ?? [], compared),
    );
    const customers = turns.filter(isCustomers).map(({ plain }) => plain);
    return { interaction, turns, words: wordSet(customers.join(" ")) };
  });
}

function comparedTurn(
  message: Message,
  calls: readonly ToolCall[],
  compared: Comparer,
): ComparedTurn {
  const { text, tool } = message;
  const plain = compared.words(saidBy(message));
  const keyOf = ({ name, args }: Pick<ToolCall, "name" | "args">) => [name, compared.json(args)];
  const called = tool === null ? calls.map(keyOf) : [keyOf(tool), tool.isError];
  return {
    ...{ turn: { message, calls }, plain, words: wordSet(plain) },
    calls: JSON.stringify(called),
    result: tool === null ? "" : compared.json(text),
  };
}

function saidBy({ speaker, text }: Pick<Message, "speaker" | "text">): string {
  return speaker === "agent" ? shownText(text).text : text;
}

/** Contacts are paired even if they are unlike, by channel and by what the customer said. */
function fitOfContacts(a: ComparedContact, b: ComparedContact): number {
  const isSameChannel = a.interaction.channel === b.interaction.channel;
  return 0.1 + (isSameChannel ? 1 : 0) + 2 * sharedWords(a.words, b.words);
}

function alignContact({
  candidate,
  baseline,
}: Pair<ComparedContact>): readonly Pair<ComparedTurn>[] {
  const [own, other] = [candidate?.turns ?? [], baseline?.turns ?? []];
  const customers = alignInOrder(
    own.filter(isCustomers),
    other.filter(isCustomers),
    fitOfCustomers,
  );
  const pairs: Pair<ComparedTurn>[] = [];
  let [i, j] = [0, 0];
  for (const anchor of customers) {
    if (anchor.candidate === null || anchor.baseline === null) continue;
    const [atOwn, atOther] = [own.indexOf(anchor.candidate, i), other.indexOf(anchor.baseline, j)];
    pairs.push(...alignInOrder(own.slice(i, atOwn), other.slice(j, atOther), fitOfTurns), anchor);
    [i, j] = [atOwn + 1, atOther + 1];
  }
  pairs.push(...alignInOrder(own.slice(i), other.slice(j), fitOfTurns));
  return pairs;
}

function isCustomers({ turn }: ComparedTurn): boolean {
  return turn.message.speaker === "customer";
}

/** Customers' turns with fewer words in common are not the same one. */
const likeFrom = 0.5;

function fitOfCustomers(a: ComparedTurn, b: ComparedTurn): number {
  const fit = a.plain === b.plain ? 1.1 : sharedWords(a.words, b.words);
  return fit < likeFrom ? 0 : fit;
}

/** Turns of one speaker fit, those that say or call the same better. */
function fitOfTurns(a: ComparedTurn, b: ComparedTurn): number {
  const [own, other] = [a.turn.message, b.turn.message];
  if (own.speaker !== other.speaker) return 0;
  const likeness = sharedWords(a.words, b.words);
  if (own.tool === null || other.tool === null) return 1 + likeness / 2;
  return 1 + (own.tool.name === other.tool.name ? 0.3 : 0) + (a.calls === b.calls ? 0.2 : 0);
}

function differenceOf({ candidate, baseline }: Pair<ComparedTurn>): TurnDifference | null {
  if (candidate === null) return isAgents(baseline) ? "one-sided" : null;
  if (baseline === null) return isAgents(candidate) ? "one-sided" : null;
  const { speaker } = candidate.turn.message;
  if (speaker === "customer") return null;
  if (speaker === "system") return candidate.plain === baseline.plain ? null : "instructions";
  if (candidate.calls !== baseline.calls) return "call";
  if (candidate.result !== baseline.result) return "result";
  return speaker === "agent" && candidate.plain !== baseline.plain ? "words" : null;
}

function detailOf(
  { candidate, baseline }: Pair<ComparedTurn>,
  { difference, calls }: Pick<TurnPair, "difference" | "calls">,
  compared: Comparer,
): TurnDetail | null {
  if (candidate === null || baseline === null) return null;
  const [own, other] = [candidate.turn.message, baseline.turn.message];
  switch (difference) {
    case "words":
      return sentenceDetail(saidBy(own), saidBy(other), compared);
    case "result":
      return fieldDetail(own.text, other.text, compared);
    case "call":
      if (calls?.candidate?.name !== calls?.baseline?.name) return null;
      return fieldDetail(calls?.candidate?.args ?? "", calls?.baseline?.args ?? "", compared);
    default:
      return null;
  }
}

function differingCalls(
  { candidate, baseline }: Pair<ComparedTurn>,
  { json }: Comparer,
): Pair<Call> | null {
  if (candidate === null || baseline === null) return null;
  const [own, other] = [callsOf(candidate.turn), callsOf(baseline.turn)];
  for (let at = 0; at < Math.max(own.length, other.length); at += 1) {
    const [mine, theirs] = [own[at], other[at]];
    if (mine === undefined && theirs !== undefined) return { candidate: null, baseline: theirs };
    if (mine !== undefined && theirs === undefined) return { candidate: mine, baseline: null };
    if (mine === undefined || theirs === undefined) continue;
    const isSame = mine.name === theirs.name && json(mine.args) === json(theirs.args);
    if (!isSame) return { candidate: mine, baseline: theirs };
  }
  return null;
}

/** Whether the agent says or does something in it. */
function isAgents({ turn: { message, calls }, plain }: ComparedTurn): boolean {
  if (message.speaker === "tool") return true;
  return message.speaker === "agent" && (plain !== "" || calls.length > 0);
}

function contactDifference({ candidate, baseline }: Pair<ComparedContact>) {
  if (candidate === null || baseline === null) return "one-sided";
  return candidate.interaction.channel === baseline.interaction.channel ? null : "channel";
}

function turnsOf({ candidate, baseline }: Pair<ComparedTurn>): Pair<Turn> {
  if (candidate === null) return { candidate, baseline: baseline.turn };
  return { candidate: candidate.turn, baseline: baseline?.turn ?? null };
}

function interactionsOf({ candidate, baseline }: Pair<ComparedContact>): Pair<Interaction> {
  if (candidate === null) return { candidate, baseline: baseline.interaction };
  return { candidate: candidate.interaction, baseline: baseline?.interaction ?? null };
}

/** The first contact, call or result that differs; only where there is none the first words that do. */
function findParting(contacts: readonly ContactPair[]): Parting | null {
  for (const [at, contact] of contacts.entries()) {
    if (contact.difference !== null) return { at: "contact", contact, number: at + 1 };
    const turn = contact.turns.find(isCall);
    if (turn !== undefined) return { at: "turn", turn };
  }
  const turn = firstWords(contacts);
  return turn === null ? null : { at: "turn", turn };
}

/** The first turn in which the agents' words differ, or that only one of them has. */
export function firstWords(contacts: readonly ContactPair[]): TurnPair | null {
  const all = contacts.flatMap(({ turns }) => turns);
  const found = all.find(({ difference }) => difference !== null && difference !== "instructions");
  return found === undefined || isCall(found) ? null : found;
}

/** Whether a pair of turns differs in what is called or returned. */
export function isCall({
  candidate,
  baseline,
  difference,
}: Pick<TurnPair, "candidate" | "baseline" | "difference">): boolean {
  if (difference !== "one-sided") return difference === "call" || difference === "result";
  return [candidate, baseline].some((turn) => turn !== null && callsOf(turn).length > 0);
}

/** What is called in a turn. */
export function callsOf({ message, calls }: Turn): readonly Call[] {
  return message.tool === null ? calls : [message.tool];
}
