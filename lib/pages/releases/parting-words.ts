import type { ToolCall } from "@/lib/domain/trace/reading";
import { channelWords } from "@/lib/format/wording";
import type { AlignedReplays, ContactPair, Parting, Turn, TurnPair } from "./align-turns";
import { plainArguments } from "./turn-words";

/** What the two replays are called. */
export type SideNames = { readonly candidate: string; readonly baseline: string };

/** Where two replays part: "They part at turn 5, in the call: v15 calls refund_order, v14 calls find_order." */
export function partingSentence(parting: Parting | null, names: SideNames): string {
  if (parting === null) return "They do not part: the agents say and call the same in both.";
  if (parting.at === "contact") {
    return `They part at contact ${String(parting.number)}: ${contactWords(parting.contact, names)}.`;
  }
  const { turn } = parting;
  const where = isCall(turn) ? ", in the call" : "";
  return `They part at turn ${String(turn.number)}${where}: ${turnWords(turn, names)}.`;
}

/**
 * Where two replays that part in words first call something else: "Their calls part at turn 8: …".
 * @returns null where their calls are the same, or they part in a call anyway
 */
export function callParting(
  { contacts, parting }: AlignedReplays,
  names: SideNames,
): { readonly words: string; readonly turn: TurnPair } | null {
  if (parting?.at !== "turn" || isCall(parting.turn)) return null;
  const turn = contacts.flatMap((contact) => contact.turns).find(isCall);
  if (turn === undefined) return null;
  return {
    words: `Their calls part at turn ${String(turn.number)}: ${turnWords(turn, names)}.`,
    turn,
  };
}

/** How a pair of contacts differs; "": it does not. */
export function contactWords(
  { candidate, baseline, difference }: ContactPair,
  names: SideNames,
): string {
  if (difference === null) return "";
  if (candidate === null) return `only ${names.baseline} has it`;
  if (baseline === null) return `only ${names.candidate} has it`;
  const [own, other] = [channelWords[candidate.channel], channelWords[baseline.channel]];
  return `${own} with ${names.candidate}, ${other} with ${names.baseline}`;
}

/** How a pair of turns differs; "": it does not. */
export function turnWords({ candidate, baseline, difference }: TurnPair, names: SideNames): string {
  if (difference === null) return "";
  if (difference === "instructions") return "the instructions differ";
  if (candidate === null) return `only ${names.baseline} ${saidOrCalled(baseline)}`;
  if (baseline === null) return `only ${names.candidate} ${saidOrCalled(candidate)}`;
  return difference === "words"
    ? "the agents' words differ"
    : callWords(candidate, baseline, names);
}

/** Whether a pair of turns differs in what is called. */
function isCall({ candidate, baseline, difference }: TurnPair): boolean {
  if (difference !== "one-sided") return difference === "call";
  return [candidate, baseline].some((turn) => turn !== null && callsOf(turn).length > 0);
}

function saidOrCalled(turn: Turn): string {
  const [call] = callsOf(turn);
  return call === undefined ? "says something here" : `calls ${nameOf(call)}`;
}

function callWords(candidate: Turn, baseline: Turn, names: SideNames): string {
  const [own, other] = [callsOf(candidate), callsOf(baseline)];
  const at = own.findIndex((call, index) => !isSame(call, other[index]));
  const [mine, theirs] = [own[at === -1 ? own.length : at], other[at === -1 ? own.length : at]];
  if (mine === undefined && theirs === undefined) {
    const [failed, passed] =
      candidate.message.tool?.isError === true
        ? [names.candidate, names.baseline]
        : [names.baseline, names.candidate];
    const name = own[0] === undefined ? "it" : nameOf(own[0]);
    return `${name} failed with ${failed} and not with ${passed}`;
  }
  if (mine === undefined) return `only ${names.baseline} calls ${nameOf(theirs)}`;
  if (theirs === undefined) return `only ${names.candidate} calls ${nameOf(mine)}`;
  if (mine.name === theirs.name) return `${nameOf(mine)} is called with other arguments`;
  return `${names.candidate} calls ${nameOf(mine)}, ${names.baseline} calls ${nameOf(theirs)}`;
}

type Call = Pick<ToolCall, "name" | "args">;

function callsOf({ message, calls }: Turn): readonly Call[] {
  return message.tool === null ? calls : [message.tool];
}

function isSame(call: Call, other: Call | undefined): boolean {
  if (other === undefined || call.name !== other.name) return false;
  return plainArguments(call.args) === plainArguments(other.args);
}

function nameOf(call: Call | undefined): string {
  return call === undefined || call.name === "" ? "a tool without a name" : call.name;
}

/** Where two replays part, in a few words: "turn 5: other words". "": they do not. */
export function partingWords(parting: Parting | null, names: SideNames): string {
  if (parting === null) return "";
  return parting.at === "contact"
    ? `contact ${String(parting.number)}: ${contactWords(parting.contact, names)}`
    : `turn ${String(parting.turn.number)}: ${turnWords(parting.turn, names)}`;
}
