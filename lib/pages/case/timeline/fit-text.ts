const pxPerCharacter = 6.1;
const pxPerBoldCharacter = 6.5;

/** About how wide a text of 11 px is drawn. */
export function textPx(text: string, isBold = false): number {
  return text.length * (isBold ? pxPerBoldCharacter : pxPerCharacter);
}

/** As much of a text as fits, with an ellipsis; "" where that would say nothing. */
export function fitText(text: string, px: number): string {
  if (textPx(text) <= px) return text;
  const characters = Math.floor(px / pxPerCharacter) - 1;
  return characters < 6 ? "" : `${text.slice(0, characters).trimEnd()}…`;
}
