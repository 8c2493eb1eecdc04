import type { Message } from "@/lib/domain/case/case";
import { hasTimes, speakerOf, type DisclosedContact, type SpeakerClass } from "./contact";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";

/** Where a disclosure is due. */
export type DueWindow = {
  /** Messages whose speaker counts, in the window. */
  readonly inside: readonly Message[];
  /** The same over the whole contact, from the window's beginning on. */
  readonly all: readonly Message[];
  /** The same before the window's beginning. */
  readonly before: readonly Message[];
  /** To follow "Said" and "Not said": "in the agents' first turn". */
  readonly words: string;
};

const turnsWithoutTimes = 2;
const usPerSecond = 1_000_000;

/** True if a speaker's words count for a rule. */
export function counts({ speakers }: DisclosureRule, speaker: SpeakerClass | null): boolean {
  if (speaker === null || speaker === "customer") return false;
  return (
    speakers.some((each) => each === speaker) ||
    (speaker !== "system" && speakers.includes("agent"))
  );
}

/**
 * The messages in which a disclosure is due.
 * @param event the event of the rule's trigger or position
 */
export function dueWindow(
  rule: DisclosureRule,
  { messages }: DisclosedContact,
  event: Message | null,
): DueWindow {
  const { position } = rule;
  const isAfter = position.afterEvent !== null && event !== null;
  const from = isAfter ? messages.filter(({ ordinal }) => ordinal > event.ordinal) : messages;
  const counted = (message: Message) => counts(rule, speakerOf(message));
  const all = from.filter(counted);
  const before = isAfter
    ? messages.filter((message) => message.ordinal <= event.ordinal && counted(message))
    : [];
  if (position.withinSeconds !== null) {
    const fromUs = messages.find((message) => speakerOf(message) !== null)?.atUs ?? 0;
    if (!hasTimes(messages)) {
      const inside = inTurns(rule, from, turnsWithoutTimes);
      return {
        inside,
        all,
        before,
        words: `in the agents' first ${String(turnsWithoutTimes)} turns`,
      };
    }
    const untilUs = fromUs + position.withinSeconds * usPerSecond;
    const first = inTurns(rule, from, 1);
    const inside = all.filter((each) => each.atUs <= untilUs || first.includes(each));
    return { inside, all, before, words: `in the first ${String(position.withinSeconds)} seconds` };
  }
  if (position.withinAgentTurns !== null) {
    const inside = inTurns(rule, from, position.withinAgentTurns);
    const which =
      position.withinAgentTurns === 1
        ? "first turn"
        : `first ${String(position.withinAgentTurns)} turns`;
    const where = isAfter ? " after the question" : "";
    return { inside, all, before, words: `in the agents' ${which}${where}` };
  }
  if (position.beforeEvent !== null && event !== null) {
    const inside = all.filter(({ ordinal }) => ordinal <= event.ordinal);
    return { inside, all, before, words: "before the agreement" };
  }
  return { inside: all, all, before, words: "in this contact" };
}

/** What counts up to the end of the agents' so-many-th turn; a turn ends where the customer speaks. */
function inTurns(
  rule: DisclosureRule,
  messages: readonly Message[],
  turns: number,
): readonly Message[] {
  const inside: Message[] = [];
  let [turn, isOpen] = [0, false];
  for (const message of messages) {
    const speaker = speakerOf(message);
    if (speaker === "customer") isOpen = false;
    if (!counts(rule, speaker)) continue;
    if (speaker !== "system" && !isOpen) {
      turn += 1;
      isOpen = true;
    }
    if (turn > turns) break;
    inside.push(message);
  }
  return inside;
}
