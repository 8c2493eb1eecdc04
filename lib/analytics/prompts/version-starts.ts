import { channels, type Channel } from "@/lib/domain/trace/channel";
import type { CaseTable } from "../case-table/case-table";
import { lineageOf, startsOn, type PromptVersion } from "./lineage";

/** A prompt version or a release that followed others, as found in contacts. */
export type VersionStart = {
  readonly kind: "prompt" | "release";
  readonly version: PromptVersion;
  /** The channels on which it came after others, in channel order, and its first contact there. */
  readonly heard: readonly { readonly channel: Channel; readonly fromUs: number }[];
  /** The first of them, microseconds since 1970. */
  readonly fromUs: number;
};

type Remembered = {
  readonly version: number;
  readonly asOfUs: number;
  readonly starts: readonly VersionStart[];
};
const remembered = new WeakMap<CaseTable, Remembered>();

/** With at most so many contacts the result is computed anew whenever a case changed. */
const quickMax = 200_000;
/** With more contacts, a cached result is used for this long; microseconds. */
const lateUs = 30_000_000;

/** As `versionStarts`, cached where that is recent enough. */
export function recentVersionStarts(table: CaseTable): readonly VersionStart[] {
  const { version, asOfUs } = table;
  const known = remembered.get(table);
  const isLarge = table.contacts.live > quickMax;
  const isRecent = known !== undefined && Math.abs(asOfUs - known.asOfUs) < lateUs;
  if (known !== undefined && (known.version === version || (isLarge && isRecent))) {
    return known.starts;
  }
  const starts = versionStarts(table);
  remembered.set(table, { version, asOfUs, starts });
  return starts;
}

/**
 * The first contact of each prompt version and release, by instant. A channel's first version is no change, and
 * neither are versions with few contacts.
 */
export function versionStarts(table: CaseTable): readonly VersionStart[] {
  const places = livePlaces(table);
  return (["prompt", "release"] as const)
    .flatMap((kind) => startsOf(kind, lineageOf(table, places, kind)))
    .sort((one, other) => one.fromUs - other.fromUs);
}

function startsOf(
  kind: VersionStart["kind"],
  lineage: readonly PromptVersion[],
): readonly VersionStart[] {
  const starts = channels.flatMap((channel) =>
    startsOn(lineage, channel).map(({ version, atUs }) => ({ version, channel, fromUs: atUs })),
  );
  return lineage.flatMap((version) => {
    const heard = starts
      .filter((start) => start.version === version)
      .map(({ channel, fromUs }) => ({ channel, fromUs }));
    const fromUs = Math.min(...heard.map((start) => start.fromUs));
    return heard.length === 0 ? [] : [{ kind, version, heard, fromUs }];
  });
}

/** The rows in use of the table of contacts. */
function livePlaces({ columns, contacts }: CaseTable): Uint32Array {
  const { first, count, caseKey, end } = contacts;
  const { flags } = columns;
  const places = new Uint32Array(end);
  let found = 0;
  for (let place = 0; place < end; place += 1) {
    const key = caseKey[place] ?? 0;
    const from = first[key] ?? 0;
    if (flags[key] === 0 || place < from || place >= from + (count[key] ?? 0)) continue;
    places[found] = place;
    found += 1;
  }
  return places.subarray(0, found);
}
