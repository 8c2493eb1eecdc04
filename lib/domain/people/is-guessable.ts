/** Words that attackers try first, and this product's own; removed from left to right. */
const guessedFirst = [
  ...["throughline", "password", "passwort", "welcome", "letmein", "iloveyou", "qwertyuiop"],
  ...["qwerty", "asdfgh", "zxcvbn", "admin", "support", "1234567890", "123456", "12345", "1234"],
];

/**
 * Whether little of a password is left after removing common guesses.
 * @param email of the account: the address and its parts are guesses too, and so are digits beside them
 */
export function isGuessable(password: string, email: string): boolean {
  const address = email.toLowerCase();
  const [name = "", domain = ""] = address.split("@");
  const own = [address, name, domain, domain.split(".")[0] ?? ""].filter((part) => part.length > 2);
  const typed = password.toLowerCase();
  const unowned = withoutAll(typed, own);
  const rest = withoutAll(unowned, guessedFirst);
  const left = unowned === typed ? rest : rest.replaceAll(/\d/gu, "");
  return new Set(password).size < 5 || left.length < 6;
}

function withoutAll(text: string, words: readonly string[]): string {
  return words.reduce((left, word) => left.replaceAll(word, ""), text);
}
