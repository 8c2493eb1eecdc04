/** A picture, or several: emoji with their joins and colours, stars, hearts, and marks around them. */
const pictures =
  /^[\s.,!~*+]*(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}★☆♥\u200d\ufe0f\u20e3][\s.,!~*+]*)+$/u;
/** Drawn with letters and signs: `:-)`, `<3`, `^^`. */
const drawn = /^(?:[:;=8x][-o^'’]?[)\](dp3*|/\\]+|<3|\^_?\^)[\s!.]*$/iu;
/** A grade: "5", "10/10", "4 / 5", "3️⃣". A longer number may be that of an order. */
const grade = /^#?(?:10|\d(?:[.,]\d)?)(?:\ufe0f?\u20e3)?(?:\s?\/\s?(?:5|6|10))?[\s.!]*$/u;

/** Lines of a mail's head that only machines write. */
const machineHeader =
  /^(?:auto-submitted:\s*(?!no\b)\S|x-auto-?(?:reply|respond|response)\b[\w-]*:|precedence:\s*(?:auto|bulk|junk)|x-failed-recipients:|content-type:\s*multipart\/report)/imu;
/** Subjects that mail programs give to answers of absence, in their languages, and to what they return. */
const machineSubject = new RegExp(
  `^(?:(?:subject|betreff|objet|asunto|oggetto):\\s*)?\\[?(?:${[
    ...[
      "automatic reply",
      "auto-?reply",
      "auto-?response",
      "autoresponder",
      "out of (?:the )?office",
    ],
    ...["automatische antwort", "abwesenheitsnotiz", "abwesend", "réponse automatique"],
    ...["absence du bureau", "respuesta automática", "fuera de la oficina", "risposta automatica"],
    ...["fuori sede", "resposta automática", "automatisch antwoord", "afwezig", "autosvar"],
    ...["undeliverable", "unzustellbar", "non remis", "no se puede entregar", "non recapitabile"],
  ].join("|")})(?: (?:reply|message|notification))?(?:\\]|:|\\s*$|\\s*\\n)`,
  "iu",
);
const returned =
  /^(?:(?:subject|betreff):\s*)?(?:mail delivery (?:failed|system|subsystem)|undelivered mail returned to sender|delivery status notification|returned mail:|failure notice\b|message delivery failure|this is the mail system at host|mail delivery failure)/iu;

const headMax = 2000;

/** Whether form alone tells that nobody wrote a message: it is an automatic reply or a returned mail. */
function isAutomaticMail(text: string): boolean {
  const head = text.slice(0, headMax).trimStart();
  return machineSubject.test(head) || returned.test(head) || machineHeader.test(head);
}

/**
 * Whether a customer's message brings a closed case back, as far as form tells: a picture or a grade alone does not, nor
 * does what a mail program sent.
 */
export function comesBack(text: string): boolean {
  const said = text.trim();
  if (said === "") return true;
  const isSign = pictures.test(said) || drawn.test(said) || grade.test(said);
  return !isSign && !isAutomaticMail(said);
}
