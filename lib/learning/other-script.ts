/** No curly apostrophe or the like. */
export const letterBeyondAscii = /(?![\0-\x7f])\p{L}/u;

const lettersMin = 4;

/** True if most letters of a text are not Latin. */
export function isOtherScript(text: string): boolean {
  if (!letterBeyondAscii.test(text)) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters >= lettersMin && latin * 2 < letters;
}
