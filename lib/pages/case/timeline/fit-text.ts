const pxPerCharacter = 6.1;
const pxPerBoldCharacter = 6.5;

/** Approximate width of 11 px text, in px. */
export function textPx(text: string, isBold = false): number {
  return text.length * (isBold ? pxPerBoldCharacter : pxPerCharacter);
}

/** Shortens a text to a width, with an ellipsis; "" where too little is left. */
export function fitText(text: string, px: number): string {
  if (textPx(text) <= px) return text;
  const characters = Math.floor(px / pxPerCharacter) - 1;
  return characters < 6 ? "" : `${text.slice(0, characters).trimEnd()}…`;
}
