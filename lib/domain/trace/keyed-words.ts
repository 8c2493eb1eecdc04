import type { ReadingSettings } from "../settings/settings";
import type { Content, Utterance } from "./reading";
import type { Attributes, AttributeValue } from "./span";
import { roleWord, speakerOf } from "./speaker";

/** Words under a key that the settings name. */
export type KeyedWords = {
  readonly key: string;
  readonly side: "input" | "output";
  readonly utterance: Utterance;
};

/**
 * Reads the words that a span carries under the settings' keys, in order of the keys. Words by one speaker that stand
 * under two keys are read once. A message whose role is missing is nobody's.
 * @param settings `wordKeys` as a whole; of roles, those in `roleSpeakers`
 */
export function readKeyedWords(
  attributes: Attributes,
  { wordKeys, roleSpeakers }: Pick<ReadingSettings, "wordKeys" | "roleSpeakers">,
): readonly KeyedWords[] {
  const all: KeyedWords[] = [];
  for (const key of Object.keys(wordKeys).sort()) {
    const reading = wordKeys[key];
    const text = attributes.get(key);
    if (reading === undefined || typeof text !== "string" || text.trim() === "") continue;
    const said =
      reading.by === "role"
        ? messageOf(text, attributes.get(reading.roleKey))
        : { speaker: reading.by, text };
    if (said === null) continue;
    const isKnown = all.some(
      ({ utterance }) => utterance.text === text && utterance.speaker === said.speaker,
    );
    if (isKnown) continue;
    const side = said.speaker === "customer" ? "input" : "output";
    all.push({ key, side, utterance: withSpeaker(said, roleSpeakers) });
  }
  return all;
}

/** The side follows from what we know of roles, so that naming a role in the settings moves no words. */
function messageOf(text: string, role: AttributeValue | undefined): Utterance | null {
  if (typeof role !== "string" || role.trim() === "") return null;
  const speaker = speakerOf(role);
  return speaker === null ? { speaker: "agent", text, role } : { speaker, text };
}

/** Gives messages in roles that no convention knows the speakers of the settings. @returns the same where none is */
export function withRoleSpeakers(
  content: Content,
  roleSpeakers: ReadingSettings["roleSpeakers"],
): Content {
  if (typeof content === "string" || rolesOf(content).length === 0) return content;
  return content.map((utterance) => withSpeaker(utterance, roleSpeakers));
}

function withSpeaker(
  utterance: Utterance,
  roleSpeakers: ReadingSettings["roleSpeakers"],
): Utterance {
  if (utterance.role === undefined) return utterance;
  const speaker = speakerOfForeign(utterance.role, roleSpeakers) ?? "agent";
  return speaker === utterance.speaker ? utterance : { ...utterance, speaker };
}

/** Who speaks in a role that no convention knows; null where the settings don't say. */
export function speakerOfForeign(
  role: string,
  roleSpeakers: ReadingSettings["roleSpeakers"],
): Utterance["speaker"] | null {
  const word = roleWord(role);
  return Object.hasOwn(roleSpeakers, word) ? (roleSpeakers[word] ?? null) : null;
}

/** The roles in a content that no convention knows, each once, ordered. */
export function rolesOf(...contents: readonly (Content | null)[]): readonly string[] {
  const roles = contents.flatMap((content) =>
    content === null || typeof content === "string"
      ? []
      : content.flatMap(({ role }) => (role === undefined ? [] : [role])),
  );
  return [...new Set(roles)].sort();
}
