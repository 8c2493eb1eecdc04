import { channelWords } from "@/lib/format/wording";
import {
  callsOf,
  firstWords,
  isCall,
  type AlignedReplays,
  type ContactPair,
  type Parting,
  type Turn,
  type TurnPair,
} from "./align-turns";
import type { TurnDetail } from "./turn-detail";

/** What the two replays are called. */
export type SideNames = { readonly candidate: string; readonly baseline: string };

/** Where two replays part: "They part at turn 5, in the call: v15 calls refund_order, v14 calls find_order." */
export function partingSentence(parting: Parting | null, names: SideNames): string {
  if (parting === null) {
    return "They do not part: the agents say and call the same in both, but for dates, times and numbers of records.";
  }
  if (parting.at === "contact") {
    const words = contactWords(parting.contact, names);
    return ended(`They part at contact ${String(parting.number)}: ${words}`);
  }
  const { turn } = parting;
  const where = isCall(turn)
    ? turn.difference === "result"
      ? ", in the result"
      : ", in the call"
    : "";
  return ended(`They part at turn ${String(turn.number)}${where}: ${turnWords(turn, names)}`);
}

/**
 * Where the words of two replays differ before they part: "Their words differ before, first at turn 2: …".
 * @returns null where they do not
 */
export function earlierWords(
  { contacts, parting }: AlignedReplays,
  names: SideNames,
): { readonly words: string; readonly turn: TurnPair } | null {
  const turn = firstWords(contacts);
  if (turn === null || (parting?.at === "turn" && parting.turn === turn)) return null;
  if (parting?.at === "contact" && !isBefore(turn, parting.contact, contacts)) return null;
  const words = `Their words differ before, first at turn ${String(turn.number)}: ${turnWords(turn, names)}`;
  return { words: ended(words), turn };
}

function isBefore(turn: TurnPair, contact: ContactPair, all: readonly ContactPair[]): boolean {
  return all.slice(0, all.indexOf(contact)).some(({ turns }) => turns.includes(turn));
}

/** A sentence with its full stop, unless a quotation brings its own. */
function ended(words: string): string {
  return /[.!?…]”$/u.test(words) ? words : `${words}.`;
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
export function turnWords(turn: TurnPair, names: SideNames): string {
  const { candidate, baseline, difference, detail } = turn;
  if (difference === null) return "";
  if (difference === "instructions") return "the instructions differ";
  if (candidate === null) return `only ${names.baseline} ${saidOrCalled(baseline)}`;
  if (baseline === null) return `only ${names.candidate} ${saidOrCalled(candidate)}`;
  if (difference === "words") return saidWords(detail, names);
  return difference === "result"
    ? resultWords(candidate, detail, names)
    : callWords(turn, candidate, names);
}

function saidOrCalled(turn: Turn): string {
  const [call] = callsOf(turn);
  return call === undefined ? "says something here" : `calls ${nameOf(call)}`;
}

function saidWords(detail: TurnDetail | null, names: SideNames): string {
  if (detail === null) return "the agents' words differ";
  const { candidate, baseline } = detail;
  if (candidate === "") return `${names.baseline} also says ${baseline}`;
  if (baseline === "") return `${names.candidate} also says ${candidate}`;
  return `${names.candidate} says ${candidate}, ${names.baseline} says ${baseline}`;
}

function resultWords(turn: Turn, detail: TurnDetail | null, names: SideNames): string {
  const [call] = callsOf(turn);
  if (detail === null) return `${nameOf(call)} returns something else`;
  const [own, other] = [valueWords(detail, "candidate"), valueWords(detail, "baseline")];
  return `${nameOf(call)} returns ${own} with ${names.candidate}, and ${other} with ${names.baseline}`;
}

function callWords({ calls, detail, baseline }: TurnPair, turn: Turn, names: SideNames): string {
  if (calls === null) {
    const [failed, passed] =
      turn.message.tool?.isError === true
        ? [names.candidate, names.baseline]
        : [names.baseline, names.candidate];
    const [call] = callsOf(baseline ?? turn);
    return `${nameOf(call)} failed with ${failed} and not with ${passed}`;
  }
  if (calls.candidate === null) return `only ${names.baseline} calls ${nameOf(calls.baseline)}`;
  if (calls.baseline === null) return `only ${names.candidate} calls ${nameOf(calls.candidate)}`;
  const [mine, theirs] = [nameOf(calls.candidate), nameOf(calls.baseline)];
  if (mine !== theirs) return `${names.candidate} calls ${mine}, ${names.baseline} calls ${theirs}`;
  if (detail === null) return `${mine} is called with other arguments`;
  const [own, other] = [valueWords(detail, "candidate"), valueWords(detail, "baseline")];
  return `${mine} is called with ${own} by ${names.candidate}, and with ${other} by ${names.baseline}`;
}

/** "amount 170", "no amount", "“Not found”". */
function valueWords(detail: TurnDetail, side: keyof SideNames): string {
  const { field, [side]: value } = detail;
  if (value === "") return field === "" ? "nothing" : `no ${field}`;
  return field === "" ? value : `${field} ${value}`;
}

function nameOf(call: { readonly name: string } | undefined): string {
  return call === undefined || call.name === "" ? "a tool without a name" : call.name;
}

/** Where two replays part, in a few words: "turn 5: other words". "": they do not. */
export function partingWords(parting: Parting | null, names: SideNames): string {
  if (parting === null) return "";
  return parting.at === "contact"
    ? `contact ${String(parting.number)}: ${contactWords(parting.contact, names)}`
    : `turn ${String(parting.turn.number)}: ${turnWords(parting.turn, names)}`;
}
