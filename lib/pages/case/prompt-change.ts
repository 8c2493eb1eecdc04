import type { DerivedCase, Message } from "@/lib/domain/case/case";
import type { Channel } from "@/lib/domain/trace/channel";
import { firstFrom } from "@/lib/format/first-from";
import { groupBy } from "@/lib/format/group-by";
import type { TimelineRelease } from "./timeline/timeline-model";
import { channelWords } from "@/lib/format/wording";
import { releasePanel } from "./words/panel";

type Turns = Pick<DerivedCase, "messages" | "interactions">;

/** Turns of AI agents, by channel. */
function turnsByChannel({ messages, interactions }: Turns): ReadonlyMap<Channel, Message[]> {
  const own = messages.filter(
    ({ speaker, agentKind, text }) =>
      speaker === "agent" && agentKind !== "human" && text.trim() !== "",
  );
  return groupBy(own, ({ interaction }) => interactions[interaction]?.channel ?? "unknown");
}

/** An agent's turns on a channel before and after a prompt change. */
function turnsAround(
  { channel, atUs }: TimelineRelease["lanes"][number],
  derived: Turns,
): { readonly before: readonly Message[]; readonly after: readonly Message[] } {
  const own = turnsByChannel(derived).get(channel) ?? [];
  return {
    before: own.filter((message) => message.atUs < atUs),
    after: own.filter((message) => message.atUs >= atUs),
  };
}

/** Contractions ("I'm", "we'll", "don't"), absent from a formal register. */
const contraction = /\p{L}['’](s|re|ve|ll|m|d|t)\b/iu;
/** Only this many characters of a turn are searched. */
const charactersRead = 4000;

function isInformal({ text }: Message): boolean {
  return contraction.test(text.slice(0, charactersRead));
}

/** Minimum number of turns for a comparison. */
const leastTurns = 2;

/** Share of turns with a contraction before and after the change, by channel. */
export function styleFacts(
  { lanes }: TimelineRelease,
  derived: Turns,
): readonly { readonly name: string; readonly words: string }[] {
  return lanes.flatMap((lane) => {
    const { before, after } = turnsAround(lane, derived);
    if (before.length < leastTurns || after.length < leastTurns) return [];
    const share = (turns: readonly Message[]) =>
      releasePanel.share(turns.filter(isInformal).length, turns.length);
    return [
      {
        name: releasePanel.informal(channelWords[lane.channel]),
        words: releasePanel.beforeAfter(share(before), share(after)),
      },
    ];
  });
}

/** The register changed: at least half of the turns had a contraction before, none of ten after. */
const usualShare = 0.5;
const formalShare = 0.1;

/** Channels whose agent stopped using contractions after a change: "Voice". */
export type FormalSince = (release: Pick<TimelineRelease, "lanes">) => readonly string[];

/** Reads a case's turns once. @returns the channels on which a prompt change made the agent formal */
export function formalChanges(derived: Turns): FormalSince {
  const registers = new Map(
    [...turnsByChannel(derived)].map(([channel, turns]) => [channel, registerOf(turns)]),
  );
  return ({ lanes }) =>
    lanes
      .filter(({ channel, atUs }) => registers.get(channel)?.isFormalFrom(atUs) ?? false)
      .map(({ channel }) => channelWords[channel]);
}

/** Cumulative count of turns with a contraction. */
function registerOf(turns: readonly Message[]) {
  const inTime = turns.toSorted((a, b) => a.atUs - b.atUs);
  let informal = 0;
  const informalUpTo = [0, ...inTime.map((turn) => (informal += isInformal(turn) ? 1 : 0))];
  const count = (from: number, to: number) => (informalUpTo[to] ?? 0) - (informalUpTo[from] ?? 0);
  return {
    isFormalFrom: (atUs: number): boolean => {
      const all = inTime.length;
      const before = firstFrom(inTime, ({ atUs: saidUs }) => saidUs >= atUs);
      if (before < leastTurns || all - before < leastTurns) return false;
      const usual = count(0, before) / before;
      return usual >= usualShare && count(before, all) / (all - before) <= formalShare;
    },
  };
}

/** The agent's longest turn before and after the change, per channel. */
export function releaseExcerpts(
  { lanes }: TimelineRelease,
  derived: Turns,
): readonly { readonly label: string; readonly message: number }[] {
  return lanes.flatMap((lane) => {
    const { before, after } = turnsAround(lane, derived);
    const at = (turns: readonly Message[], when: "before" | "after") => {
      const [fullest] = turns.toSorted((a, b) => b.text.length - a.text.length);
      return fullest === undefined ? [] : [excerpt(lane.channel, when, fullest)];
    };
    return [...at(before, "before"), ...at(after, "after")];
  });
}

function excerpt(channel: Channel, when: "before" | "after", { ordinal }: Message) {
  return { label: releasePanel[when](channelWords[channel]), message: ordinal };
}
