import { channels, type Channel } from "@/lib/domain/trace/channel";
import type { CaseTable } from "../case-table/case-table";
import { weekUs } from "./series";
import { noName } from "../case-table/names";

/** A version of a prompt template on one channel. */
export type PromptUse = {
  readonly channel: Channel;
  /** The first and the last contact that ran it, microseconds since 1970. */
  readonly firstUs: number;
  readonly lastUs: number;
  readonly contacts: number;
};

/** A version of a prompt template, or a release, on all its channels. */
export type PromptVersion = {
  /** "support-core@v7"; of a release its name. */
  readonly prompt: string;
  /** "support-core"; "" where only the version is named. */
  readonly template: string;
  readonly version: string;
  /** In channel order. */
  readonly uses: readonly PromptUse[];
};

/** The least contacts of a version; fewer were hardly shown to customers. */
const contactsMin = 3;

/**
 * The versions on each channel with their start, by template and then by first contact. One pass over rows of the
 * table of contacts.
 * @param places the rows that count
 * @param column of the version: that of the prompt, or the release
 */
export function lineageOf(
  { contacts: { integers, instants }, names }: CaseTable,
  places: Uint32Array,
  column: "prompt" | "release",
): readonly PromptVersion[] {
  const size = names.values.length * channels.length;
  const counts = new Uint32Array(size);
  const firstUs = new Float64Array(size).fill(Infinity);
  const lastUs = new Float64Array(size).fill(-Infinity);
  const [named, channelOf, startUs] = [integers[column], integers.channel, instants.startUs];
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    const name = named[place] ?? noName;
    if (name === noName) continue;
    const use = name * channels.length + (channelOf[place] ?? 0);
    const atUs = startUs[place] ?? NaN;
    counts[use] = (counts[use] ?? 0) + 1;
    if (atUs < (firstUs[use] ?? NaN)) firstUs[use] = atUs;
    if (atUs > (lastUs[use] ?? NaN)) lastUs[use] = atUs;
  }
  const versions = names.values.map((name, number) => ({
    ...nameOf(name),
    uses: channels.flatMap((channel, at): readonly PromptUse[] => {
      const use = number * channels.length + at;
      const contacts = counts[use] ?? 0;
      return contacts === 0
        ? []
        : [{ channel, firstUs: firstUs[use] ?? NaN, lastUs: lastUs[use] ?? NaN, contacts }];
    }),
  }));
  return versions
    .filter(({ uses }) => uses.length > 0)
    .sort(
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

/** The first contact of a version on any channel. */
export function firstOf({ uses }: PromptVersion): number {
  return uses.reduce((least, { firstUs }) => Math.min(least, firstUs), Infinity);
}

/** A version that several channels run, and the one of its template that several ran before it. */
export type SharedEdit = { readonly before: PromptVersion; readonly after: PromptVersion };

/** The latest edit of a template that reached more than one channel. @returns null where there is none */
export function latestSharedEdit(lineage: readonly PromptVersion[]): SharedEdit | null {
  const shared = lineage
    .filter(({ template, uses }) => template !== "" && uses.length > 1)
    .toSorted((one, other) => firstOf(other) - firstOf(one));
  const edits = shared.flatMap((after): SharedEdit[] => {
    const before = shared.find(
      (each) => each.template === after.template && firstOf(each) < firstOf(after),
    );
    return before === undefined ? [] : [{ before, after }];
  });
  return edits[0] ?? null;
}

/** A channel's change to a version that followed others. */
export type PromptChange = {
  readonly atUs: number;
  readonly prompts: readonly PromptVersion[];
};

/** When a channel changed to a version that followed others. */
export type PromptStart = { readonly version: PromptVersion; readonly atUs: number };

/** When a channel changed to other versions than its first, ascending. */
export function startsOn(
  lineage: readonly PromptVersion[],
  channel: Channel,
): readonly PromptStart[] {
  const starts = lineage
    .flatMap((version) => {
      const use = version.uses.find((each) => each.channel === channel);
      return use === undefined || use.contacts < contactsMin
        ? []
        : [{ version, atUs: use.firstUs }];
    })
    .sort((one, other) => one.atUs - other.atUs);
  const sinceUs = (starts[0]?.atUs ?? 0) + weekUs;
  return starts.filter(({ atUs }) => atUs >= sinceUs);
}

/**
 * A channel's changes of version, ascending; those within a week of each other are one change. A version that other
 * channels run too is the same version there.
 */
export function changesOn(
  lineage: readonly PromptVersion[],
  channel: Channel,
): readonly PromptChange[] {
  const changes: PromptChange[] = [];
  for (const { version, atUs } of startsOn(lineage, channel)) {
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
