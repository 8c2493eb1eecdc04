import { createHash } from "node:crypto";
import type { MaskAnswer } from "@/lib/domain/privacy/mask-answer";
import { defaultSettings, type ReadingSettings } from "@/lib/domain/settings/settings";
import { rereadSpan, settingsFindingCodes } from "@/lib/ingest/reread-span";
import type { Database } from "@/lib/store/port";
import { readSettings } from "@/lib/store/decisions/decisions";
import {
  readRereadProgress,
  readRereadSources,
  writeReread,
  type RereadSource,
  type RereadSpan,
} from "@/lib/store/spans/rereadings";
import { storedAttributes, storedResource, withAttributes } from "./stored-attributes";

/** Spans per transaction. */
const chunkSize = 500;

export type RereadOptions = {
  /** Microseconds since 1970. */
  readonly now: () => number;
  /** The masker that ingest uses. */
  readonly maskAnswer: MaskAnswer;
  /** Polled between chunks; true stops and leaves the rest for later. */
  readonly shouldPause?: () => Promise<boolean>;
};

/**
 * Re-reads stored spans after the settings that reading depends on changed: their identity, words under keys of the
 * settings, and speakers of roles. Enqueues the affected traces and resumes where it was interrupted.
 */
export async function rereadSpans(
  db: Database,
  settings: ReadingSettings,
  { now, maskAnswer, shouldPause }: RereadOptions,
): Promise<void> {
  const version = readingVersion(settings);
  for (;;) {
    const from = await readRereadProgress(db);
    const isKnown = (from?.version ?? readingVersion(defaultSettings)) === version;
    if (isKnown && (from === null || from.after === null)) return;
    const position = isKnown ? (from?.after ?? 0) : 0;
    const isKeyed = Object.keys(settings.wordKeys).length > 0;
    const sources = await readRereadSources(db, position, chunkSize, isKeyed);
    const changed = rereadAll(sources, settings, maskAnswer);
    const after = sources.length < chunkSize ? null : (sources.at(-1)?.span ?? null);
    const step = { from, to: { version, after }, changed, codes: settingsFindingCodes };
    await writeReread(db, step, now());
    if ((await shouldPause?.()) === true) return;
  }
}

/**
 * Records the settings with which newly stored spans were read. If the settings changed meanwhile,
 * the next `rereadSpans` reads all spans again.
 */
export async function noteReadWith(
  db: Database,
  settings: ReadingSettings,
  nowUs: number,
): Promise<void> {
  const version = readingVersion(settings);
  if (readingVersion(await readSettings(db)) === version) return;
  for (;;) {
    const from = await readRereadProgress(db);
    if (from?.version === version && from.after === null) return;
    const to = { version, after: null };
    await writeReread(db, { from, to, changed: [], codes: [] }, nowUs);
  }
}

/** Whether all stored spans were read with these settings. */
export async function isReread(db: Database, settings: ReadingSettings): Promise<boolean> {
  const progress = await readRereadProgress(db);
  const version = progress?.version ?? readingVersion(defaultSettings);
  return version === readingVersion(settings) && (progress?.after ?? null) === null;
}

/**
 * Hash of the settings that spans are read with. Keys of words and roles count where there are some, so that spans
 * read before these existed need not be read again.
 * @returns 16 hex digits
 */
export function readingVersion(settings: ReadingSettings): string {
  const { aliases, channelSynonyms, wordKeys, roleSpeakers } = settings;
  const further = [wordKeys, roleSpeakers].filter((one) => Object.keys(one).length > 0);
  const parts = [aliases, channelSynonyms, ...further].map((one) =>
    Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}

function rereadAll(
  sources: readonly RereadSource[],
  settings: ReadingSettings,
  maskAnswer: MaskAnswer,
): RereadSpan[] {
  const resources = new Map<string, ReturnType<typeof storedResource>>();
  return sources.flatMap(({ span, trace, contentHash, detail, resource, ...source }) => {
    const known = resources.get(resource) ?? storedResource(resource);
    resources.set(resource, known);
    const stored = { ...source, ...known, attributes: storedAttributes(detail) };
    const read = rereadSpan(stored, settings, (text) => maskAnswer(text, ""));
    if (read === null) return [];
    const { words, ...rest } = read;
    const changed =
      words === null ? null : { ...words, detail: withAttributes(detail, words.attributes) };
    return [{ span, trace, contentHash, ...rest, words: changed }];
  });
}
