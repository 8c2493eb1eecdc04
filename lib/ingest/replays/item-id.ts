/** What a simulated item is told apart by. */
export type ItemKey = {
  readonly scenario: string;
  readonly persona: string;
  readonly situation: string;
};

const digits = 16;

/**
 * The id of an item that has none: a hash of scenario, persona's name and situation, so that the same case replayed
 * on two releases has the same one. Spaces at the ends and in a row do not tell.
 * @param sha256 of a text's UTF-8 bytes, hexadecimal
 */
export function itemIdOf(
  { scenario, persona, situation }: ItemKey,
  sha256: (text: string) => string,
): string {
  const words = [scenario, persona, situation].map((text) => text.trim().replaceAll(/\s+/g, " "));
  return sha256(JSON.stringify(words)).slice(0, digits);
}
