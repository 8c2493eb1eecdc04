import type { ReadingSettings } from "@/lib/domain/settings/settings";
import type {
  CaselessSpans,
  SettingsSuggestions,
} from "@/lib/domain/settings/settings-suggestions";
import { suggestKeys } from "@/lib/ingest/suggest-keys";
import { unknownChannels } from "@/lib/ingest/unknown-channels";
import type { Database } from "@/lib/store/port";
import { countCaselessSpans } from "@/lib/store/cases/counts";
import {
  readCaseTypes,
  readUnassignedSources,
  readUnknownChannelSources,
  type SpanSource,
} from "@/lib/store/spans/settings-sources";
import { suggestWords } from "./suggest-words";
import { storedAttributes, storedResource } from "../derive/stored-attributes";

/** Sample size: enough to be representative, small enough for a page load. */
const spansSeen = 3000;
const keysShown = 20;
const wordsShown = 20;
const typesShown = 100;

/** Collects keys, words and case types from the data that settings could refer to. */
export async function suggestSettings(
  db: Database,
  settings: ReadingSettings,
): Promise<SettingsSuggestions> {
  const unassigned = withAttributes(await readUnassignedSources(db, spansSeen));
  const unknown = withAttributes(await readUnknownChannelSources(db, spansSeen));
  const words = new Map<string, number>();
  for (const span of unknown) {
    for (const word of unknownChannels(span, settings)) words.set(word, (words.get(word) ?? 0) + 1);
  }
  return {
    unassignedSeen: unassigned.length,
    keys: suggestKeys(unassigned, settings).slice(0, keysShown),
    channelWords: [...words]
      .map(([word, spans]) => ({ word, spans }))
      .sort((a, b) => b.spans - a.spans || (a.word < b.word ? -1 : 1))
      .slice(0, wordsShown),
    caseTypes: await readCaseTypes(db, typesShown),
    words: await suggestWords(db, settings),
  };
}

const caselessKeysShown = 4;

/** What could be read as the case of spans that have none; null: there are no such spans. */
export async function suggestCaseKeys(
  db: Database,
  settings: ReadingSettings,
): Promise<CaselessSpans | null> {
  const spans = await countCaselessSpans(db);
  if (spans === 0) return null;
  const seen = withAttributes(await readUnassignedSources(db, spansSeen));
  return { spans, keys: suggestKeys(seen, settings).slice(0, caselessKeysShown) };
}

type StoredKeys = ReturnType<typeof storedResource> & {
  readonly attributes: ReturnType<typeof storedAttributes>;
};

function withAttributes(sources: readonly SpanSource[]): StoredKeys[] {
  const resources = new Map<string, ReturnType<typeof storedResource>>();
  return sources.map(({ detail, resource }) => {
    const known = resources.get(resource) ?? storedResource(resource);
    resources.set(resource, known);
    return { attributes: storedAttributes(detail), ...known };
  });
}
