import { channelWord } from "../trace/channel";
import { identityFields } from "../trace/identity";
import { speakerOf } from "../trace/speaker";
import type { ReadingSettings } from "./settings";

/** A setting's path, and a sentence for a person. */
type Contradiction = { readonly path: string; readonly message: string };

/** Finds contradictory settings: a key mapped to two fields, a name to two channels, a role that is known. */
export function findContradictions(settings: ReadingSettings): readonly Contradiction[] {
  return [...sharedKeys(settings), ...ambiguousNames(settings), ...knownRoles(settings)];
}

function sharedKeys({ aliases }: ReadingSettings): readonly Contradiction[] {
  const taken = new Set<string>();
  return identityFields.flatMap((field) => {
    const keys = aliases[field] ?? [];
    const shared = keys.find((key) => taken.has(key));
    for (const key of keys) taken.add(key);
    if (shared === undefined) return [];
    const message = `“${shared}” stands under another field too; a key can name one field only.`;
    return [{ path: `aliases.${field}`, message }];
  });
}

function ambiguousNames({ channelSynonyms }: ReadingSettings): readonly Contradiction[] {
  const first = new Map<string, string>();
  return Object.entries(channelSynonyms).flatMap(([name, channel]) => {
    const word = channelWord(name);
    const other = first.get(word);
    if (other === undefined) first.set(word, name);
    if (other === undefined || channelSynonyms[other] === channel) return [];
    const message = `“${other}” and “${name}” are one word here, and cannot be two channels.`;
    return [{ path: `channelSynonyms.${name}`, message }];
  });
}

function knownRoles({ roleSpeakers }: ReadingSettings): readonly Contradiction[] {
  return Object.keys(roleSpeakers).flatMap((role) => {
    const speaker = speakerOf(role);
    if (speaker === null) return [];
    const message = `“${role}” is known already: it is the ${speaker === "system" ? "instructions" : speaker}.`;
    return [{ path: `roleSpeakers.${role}`, message }];
  });
}
