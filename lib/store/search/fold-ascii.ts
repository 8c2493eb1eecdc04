/**
 * Folds A to Z, and no other letter, as both engines' `lower` does with the columns of ids; what PostgreSQL's makes of a
 * parameter depends on the database's language.
 */
export function foldAscii(text: string): string {
  return text.replaceAll(/[A-Z]/gu, (letter) => letter.toLowerCase());
}
