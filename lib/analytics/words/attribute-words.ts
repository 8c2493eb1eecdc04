import {
  personaAttributeFacts,
  type PersonaAttribute,
  type PersonaRange,
} from "@/lib/domain/settings/persona-contract";

/** Phrases for a rise and a fall of each attribute. */
const moved: Readonly<Record<PersonaAttribute, readonly [more: string, less: string]>> = {
  formality: ["has grown more formal", "has grown less formal"],
  warmth: ["has grown warmer", "has grown less warm"],
  empathy: ["shows more empathy", "shows less empathy"],
  directness: ["has grown more direct", "has grown less direct"],
  contractionRate: ["uses more contractions", "uses fewer contractions"],
  sentenceLength: ["speaks in longer sentences", "speaks in shorter sentences"],
  readingGrade: ["has become harder to read", "has become easier to read"],
  emojiRate: ["uses more emoji", "uses fewer emoji"],
  hedgingRate: ["hedges more", "hedges less"],
  apologyRate: ["apologises more", "apologises less"],
};

/** "has grown more formal". @param change only its sign matters */
function movedWords(attribute: PersonaAttribute, change: number): string {
  return moved[attribute][change > 0 ? 0 : 1];
}

/** The words of a series' alarm after the channel: "has grown more formal". @param change only its sign matters */
export function alarmWords({
  attribute,
  drift,
}: {
  readonly attribute: PersonaAttribute;
  readonly drift: {
    readonly kind: "weekly" | "thin";
    readonly alarm: { readonly effect: { readonly value: number } } | null;
  };
}): string {
  return drift.kind === "thin"
    ? `leaves the contract more often in ${attributeName(attribute)}`
    : movedWords(attribute, drift.alarm?.effect.value ?? 0);
}

/** "formality". */
export function attributeName(attribute: PersonaAttribute): string {
  return personaAttributeFacts[attribute].words.toLowerCase();
}

/** Formats a value; percentages have no decimals. */
export function places(attribute: PersonaAttribute): number {
  return attribute === "contractionRate" ? 0 : 1;
}

/** "1.8"; without a unit. */
export function valueWords(attribute: PersonaAttribute, value: number): string {
  const text = Math.abs(value).toFixed(places(attribute));
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** "1.0–2.6", clamped to the attribute's range. */
export function rangeWords(
  attribute: PersonaAttribute,
  { target, tolerance }: PersonaRange,
): string {
  const { most } = personaAttributeFacts[attribute];
  const least = most === 5 ? 1 : 0;
  const low = Math.max(least, target - tolerance);
  const high = Math.min(most, target + tolerance);
  if (low === least) return `up to ${valueWords(attribute, high)}`;
  if (high === most) return `from ${valueWords(attribute, low)}`;
  return `${valueWords(attribute, low)}–${valueWords(attribute, high)}`;
}
