import { createHash } from "node:crypto";
import { defaultSettings, type ReadingSettings } from "@/lib/domain/settings/settings";
import { declarationFindingCodes, redeclareSpan } from "@/lib/ingest/redeclare-span";
import type { Database } from "@/lib/store/database";
import { readSettings } from "@/lib/store/decisions/decisions";
import {
  readDeclarationSources,
  readRereadProgress,
  writeRedeclared,
  type DeclarationSource,
  type Redeclared,
} from "@/lib/store/spans/redeclarations";
import { storedAttributes, storedResource } from "./stored-attributes";

/** Spans per transaction. */
const chunkSize = 500;

export type RereadOptions = {
  /** Microseconds since 1970. */
  readonly now: () => number;
  /** Polled between chunks; true stops and leaves the rest for later. */
  readonly shouldPause?: () => Promise<boolean>;
};

/**
 * Re-reads identity declarations of stored spans after aliases or channel synonyms changed, and
 * enqueues the affected traces. Resumes where it was interrupted.
 */
export async function rereadDeclarations(
  db: Database,
  settings: ReadingSettings,
  { now, shouldPause }: RereadOptions,
): Promise<void> {
  const version = readingVersion(settings);
  for (;;) {
    const from = await readRereadProgress(db);
    const isKnown = (from?.version ?? readingVersion(defaultSettings)) === version;
    if (isKnown && (from === null || from.after === null)) return;
    const sources = await readDeclarationSources(db, isKnown ? (from?.after ?? 0) : 0, chunkSize);
    const changed = redeclareAll(sources, settings);
    const after = sources.length < chunkSize ? null : (sources.at(-1)?.span ?? null);
    const step = { from, to: { version, after }, changed, codes: declarationFindingCodes };
    await writeRedeclared(db, step, now());
    if ((await shouldPause?.()) === true) return;
  }
}

/**
 * Records the settings with which newly stored spans were read. If the settings changed meanwhile,
 * the next `rereadDeclarations` reads all spans again.
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
    await writeRedeclared(db, { from, to, changed: [], codes: [] }, nowUs);
  }
}

/** Whether all stored spans were read with these settings. */
export async function isReread(db: Database, settings: ReadingSettings): Promise<boolean> {
  const progress = await readRereadProgress(db);
  const version = progress?.version ?? readingVersion(defaultSettings);
  return version === readingVersion(settings) && (progress?.after ?? null) === null;
}

/**
 * Hash of the settings that declarations are read with.
 * @returns 16 hex digits
 */
export function readingVersion({ aliases, channelSynonyms }: ReadingSettings): string {
  const parts = [aliases, channelSynonyms].map((one) =>
    Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}

function redeclareAll(
  sources: readonly DeclarationSource[],
  settings: ReadingSettings,
): Redeclared[] {
  const resources = new Map<string, ReturnType<typeof storedResource>>();
  return sources.flatMap(({ span, trace, contentHash, declared: before, detail, resource }) => {
    const known = resources.get(resource) ?? storedResource(resource);
    resources.set(resource, known);
    const attributes = storedAttributes(detail);
    const read = redeclareSpan({ attributes, ...known, declared: before }, settings);
    return read === null ? [] : [{ span, trace, contentHash, ...read }];
  });
}
