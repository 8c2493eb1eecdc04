import type { DerivedCase } from "@/lib/domain/case/case";

/** Fewer characters are a greeting, which may begin several contacts. */
const openingMin = 15;

/**
 * Whether a replay holds its item twice under one repeat: on one channel the customer opens two contacts with the same
 * words. A second try of a case that failed would else be its last contact, and count in place of the first.
 * @returns why it cannot be scored; null: it is one replay
 */
export function replayedTwice({
  interactions,
  messages,
}: Pick<DerivedCase, "interactions" | "messages">): string | null {
  const seen = new Set<string>();
  for (const { ordinal, channel, isTouchpoint } of interactions) {
    if (!isTouchpoint) continue;
    const said = messages.filter(
      ({ interaction, speaker }) => interaction === ordinal && speaker === "customer",
    );
    const opening = said
      .slice(0, 2)
      .map(({ text }) =>
        text
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
          .trim(),
      )
      .join(" ");
    if (opening.length < openingMin) continue;
    const key = `${channel} ${opening}`;
    if (seen.has(key)) return `replayed twice on ${channel}; number repeats, or remove one of them`;
    seen.add(key);
  }
  return null;
}
