/** Words that attackers try first, and this product's own; removed from left to right. */
const guessedFirst = [
  ...["throughline", "password", "passwort", "welcome", "letmein", "iloveyou", "qwertyuiop"],
  ...["qwerty", "asdfgh", "zxcvbn", "admin", "support", "1234567890", "123456", "12345", "1234"],
];

/**
 * Whether little of a password is left after removing common guesses.
 * @param email of the account, whose local part is a guess too
 */
export function isGuessable(password: string, email: string): boolean {
  const name = email.split("@")[0]?.toLowerCase() ?? "";
  const known = name === "" ? guessedFirst : [...guessedFirst, name];
  const rest = known.reduce((left, word) => left.replaceAll(word, ""), password.toLowerCase());
  return new Set(password).size < 5 || rest.length < 6;
}
