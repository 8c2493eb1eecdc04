import { channels, type Channel } from "@/lib/domain/channel";
import { weekUs } from "./series";
import type { SpokenContact } from "./spoken-contacts";

/** A version of a prompt template on one channel. */
export type PromptUse = {
  readonly channel: Channel;
  /** The first and the last contact that ran it, microseconds since 1970. */
  readonly firstUs: number;
  readonly lastUs: number;
  readonly contacts: number;
};

/** One version of a prompt template, wherever it runs. */
export type PromptVersion = {
  /** "support-core@v7". */
  readonly prompt: string;
  /** "support-core"; "" where only the version is named. */
  readonly template: string;
  readonly version: string;
  /** In channel order. */
  readonly uses: readonly PromptUse[];
};

/** What runs a version less often was hardly put in front of customers. */
const contactsMin = 3;

/** Which versions of which templates run where and since when, by template and then by first contact. */
export function lineageOf(contacts: readonly SpokenContact[]): readonly PromptVersion[] {
  const uses = new Map<string, Map<Channel, PromptUse>>();
  for (const { prompt, channel, atUs } of contacts) {
    if (prompt === null) continue;
    const known = uses.get(prompt) ?? new Map<Channel, PromptUse>();
    const use = known.get(channel);
    known.set(channel, {
      channel,
      firstUs: use?.firstUs ?? atUs,
      lastUs: atUs,
      contacts: (use?.contacts ?? 0) + 1,
    });
    uses.set(prompt, known);
  }
  const versions = [...uses].map(([prompt, own]) => ({
    ...nameOf(prompt),
    uses: channels.flatMap((channel) => own.get(channel) ?? []),
  }));
  return versions.sort(
    (one, other) =>
      compare(one.template, other.template) ||
      firstOf(one) - firstOf(other) ||
      compare(one.prompt, other.prompt),
  );
}

function nameOf(prompt: string): Pick<PromptVersion, "prompt" | "template" | "version"> {
  const at = prompt.lastIndexOf("@");
  return at < 0
    ? { prompt, template: "", version: prompt }
    : { prompt, template: prompt.slice(0, at), version: prompt.slice(at + 1) };
}

/** When a version was first heard on any channel. */
export function firstOf({ uses }: PromptVersion): number {
  return uses.reduce((least, { firstUs }) => Math.min(least, firstUs), Infinity);
}

/** A change of what a channel runs: a version that others came before. */
export type PromptChange = {
  readonly atUs: number;
  readonly prompts: readonly PromptVersion[];
};

/**
 * When a channel came to run another version, ascending; what came within a week of each other is one
 * change. A version that other channels run too is the same version there.
 */
export function changesOn(
  lineage: readonly PromptVersion[],
  channel: Channel,
): readonly PromptChange[] {
  const starts = lineage
    .flatMap((version) => {
      const use = version.uses.find((each) => each.channel === channel);
      return use === undefined || use.contacts < contactsMin
        ? []
        : [{ version, atUs: use.firstUs }];
    })
    .sort((one, other) => one.atUs - other.atUs);
  const [first] = starts;
  const changes: PromptChange[] = [];
  for (const { version, atUs } of starts) {
    if (first === undefined || atUs < first.atUs + weekUs) continue;
    const last = changes.at(-1);
    if (last !== undefined && atUs < last.atUs + weekUs) {
      changes[changes.length - 1] = { atUs: last.atUs, prompts: [...last.prompts, version] };
    } else changes.push({ atUs, prompts: [version] });
  }
  return changes;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
