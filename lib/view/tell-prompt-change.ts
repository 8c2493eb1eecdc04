import type { DerivedCase, Message } from "@/lib/domain/case";
import type { Channel } from "@/lib/domain/channel";
import type { TimelineRelease } from "./timeline/timeline-model";
import { channelWords } from "./wording";

type Told = Pick<DerivedCase, "messages" | "interactions">;

/** An agent's turns on a channel before a prompt changed there, and after. */
function turnsAround(
  { channel, atUs }: TimelineRelease["lanes"][number],
  { messages, interactions }: Told,
): { readonly before: readonly Message[]; readonly after: readonly Message[] } {
  const own = messages.filter(
    ({ speaker, agentKind, interaction, text }) =>
      speaker === "agent" &&
      agentKind !== "human" &&
      interactions[interaction]?.channel === channel &&
      text.trim() !== "",
  );
  return {
    before: own.filter((message) => message.atUs < atUs),
    after: own.filter((message) => message.atUs >= atUs),
  };
}

/** "I'm", "we'll", "don't": what a formal register leaves out. */
const contraction = /\b\p{L}+['’](s|re|ve|ll|m|d|t)\b/iu;
/** Fewer turns say nothing about how an agent speaks. */
const leastTurns = 2;

/** How often an agent's turns held a contraction before and after the change, by channel. */
export function styleFacts(
  { lanes }: TimelineRelease,
  told: Told,
): readonly { readonly name: string; readonly words: string }[] {
  return lanes.flatMap((lane) => {
    const { before, after } = turnsAround(lane, told);
    if (before.length < leastTurns || after.length < leastTurns) return [];
    const share = (turns: readonly Message[]) =>
      `${turns.filter(({ text }) => contraction.test(text)).length} of ${turns.length}`;
    return [
      {
        name: `Turns with “I’m”, “don’t” on ${channelWords[lane.channel]}`,
        words: `${share(before)} before, ${share(after)} after`,
      },
    ];
  });
}

/** Turns of which half held a contraction before, and none of ten after, have another register. */
const usualShare = 0.5;
const formalShare = 0.1;

/** Channels whose agent left contractions out from the change on: "Voice". */
export function formalSince(
  { lanes }: Pick<TimelineRelease, "lanes">,
  told: Told,
): readonly string[] {
  return lanes
    .filter((lane) => {
      const { before, after } = turnsAround(lane, told);
      if (before.length < leastTurns || after.length < leastTurns) return false;
      const share = (turns: readonly Message[]) =>
        turns.filter(({ text }) => contraction.test(text)).length / turns.length;
      return share(before) >= usualShare && share(after) <= formalShare;
    })
    .map(({ channel }) => channelWords[channel]);
}

/** On each channel it reached: the agent's longest turn before the change and after it. */
export function releaseExcerpts(
  { lanes }: TimelineRelease,
  told: Told,
): readonly { readonly label: string; readonly message: number }[] {
  return lanes.flatMap((lane) => {
    const { before, after } = turnsAround(lane, told);
    const at = (turns: readonly Message[], when: string) => {
      const [fullest] = turns.toSorted((a, b) => b.text.length - a.text.length);
      return fullest === undefined ? [] : [excerpt(lane.channel, when, fullest)];
    };
    return [...at(before, "before"), ...at(after, "after")];
  });
}

function excerpt(channel: Channel, when: string, { ordinal }: Message) {
  return { label: `${channelWords[channel]}, ${when} the change`, message: ordinal };
}
