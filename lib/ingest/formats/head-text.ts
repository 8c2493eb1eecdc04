export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be";

/** Detects the encoding by the byte order mark; UTF-8 without one. */
export function textEncoding(head: Uint8Array): TextEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : "utf-8";
}

/** Reads the head of an input as UTF-8 for recognition; a stray NUL spoils only its line. */
export function headText(head: Uint8Array): string {
  return new TextDecoder().decode(head);
}
