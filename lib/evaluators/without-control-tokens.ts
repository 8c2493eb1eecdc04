/** What programs write into a conversation to steer it: `###STOP###`, `<|endoftext|>`, `[END_CALL]`. */
const controlToken =
  /#{2,}[A-Z][A-Z_ -]*#{2,}|<\|[^|<>]{1,40}\|>|\[(?:STOP|END|DONE|EOS|TRANSFER|HANGUP|SILENCE)[A-Z_ ]*\]/g;

/** A message's text without the tokens by which programs end or pass on a conversation. */
export function withoutControlTokens(text: string): string {
  return /##|<\||\[/.test(text) ? text.replaceAll(controlToken, " ") : text;
}
