/** Whether a UTF-16 unit is (or may be part of) a letter; excludes spaces, dashes and quotes beyond ASCII. */
export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return code >= 0xc0 && (code < 0x2000 || code > 0x206f) && code !== 0x3000;
}
