import type { DerivedCase, Message } from "@/lib/domain/case/case";
import { channels, type Channel } from "@/lib/domain/trace/channel";
import { joinedByAnd } from "@/lib/format/join-words";
import { formatInstant } from "@/lib/format/format";
import { plainWords } from "@/lib/format/plain-words";
import { formalChanges } from "../prompt-change";
import { channelWords } from "@/lib/format/wording";
import type { TimelineRelease } from "./timeline-model";

type Turns = Pick<DerivedCase, "messages" | "interactions">;

/** A prompt version's run, from one change to the next. */
type Stretch = {
  readonly prompt: string;
  readonly version: string;
  /** Null: it ran from the beginning. */
  readonly before: string | null;
  /** Its first message on each channel. */
  readonly reached: Map<Channel, Message>;
};

/**
 * Prompt changes within the case at their first message. A prompt shared by several channels changes once
 * and names its lanes.
 */
export function releaseItems(derived: Turns): {
  readonly changes: readonly TimelineRelease[];
  readonly atOpening: string;
} {
  const stretches = stretchesOf(derived);
  const formalSince = formalChanges(derived);
  const changes = stretches.flatMap((stretch): Omit<TimelineRelease, "id">[] => {
    const [first] = stretch.reached.values();
    if (stretch.before === null || first === undefined) return [];
    const { atUs } = first;
    const { prompt, version, before } = stretch;
    const lanes = [...stretch.reached].map(([channel, message]) => ({
      channel,
      atUs: message.atUs,
      words: `${prompt} ${version}`,
    }));
    return [
      {
        atUs,
        at: formatInstant(atUs, "weekdayTime"),
        words: `${prompt} ${before} → ${version}, on ${channelsOf(stretch)}`,
        message: first.ordinal,
        lanes,
        formalOn: formalSince({ lanes }),
      },
    ];
  });
  const opening = stretches.filter(({ before }) => before === null);
  return {
    changes: changes.map((change, index) => ({ id: `r${index}`, ...change })),
    atOpening: opening
      .map((stretch) => `${stretch.prompt} ${stretch.version} on ${channelsOf(stretch)}`)
      .join(" · "),
  };
}

function stretchesOf({ messages, interactions }: Turns): readonly Stretch[] {
  const current = new Map<string, Stretch>();
  const stretches: Stretch[] = [];
  for (const message of messages) {
    const { speaker, promptVersion } = message;
    if (speaker !== "agent" || promptVersion === null) continue;
    const channel = interactions[message.interaction]?.channel ?? "unknown";
    const prompt = promptOf(message, channel);
    const before = current.get(prompt);
    const version = plainWords(promptVersion);
    if (before?.version === version) {
      if (!before.reached.has(channel)) before.reached.set(channel, message);
      continue;
    }
    const reached = new Map([[channel, message]]);
    const stretch = { prompt, version, before: before?.version ?? null, reached };
    current.set(prompt, stretch);
    stretches.push(stretch);
  }
  return stretches;
}

/** The prompt's name, else its agent's, else that of the channel's agent. */
function promptOf({ promptName, agentId }: Message, channel: Channel): string {
  const name = promptName ?? agentId;
  return name === null ? `${channelWords[channel]} prompt` : plainWords(name);
}

function channelsOf({ reached }: Stretch): string {
  const names = channels.filter((each) => reached.has(each)).map((each) => channelWords[each]);
  return joinedByAnd(names);
}
