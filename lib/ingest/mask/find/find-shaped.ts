import { hasVehicleDigit } from "../numbers/vehicle-digit";
import { isFunctionWord } from "@/lib/learning/function-words";
import type { PiiType } from "@/lib/domain/privacy/pseudonym";
import { eachMatch } from "@/lib/learning/each-match";
import { normaliseNumber, normaliseWords } from "./find-numbers";
import type { TextTraits } from "../scan-text";
import type { Candidate } from "../text-masker";

/** A value that its own shape shows, or its shape with a word anywhere beside it. */
type Shaped = {
  readonly type: PiiType;
  /** Cheap pre-check. */
  readonly mayBe: RegExp;
  /** Whether each match, or what must stand before it, has a digit. */
  readonly hasDigit?: true;
  /** With its value, or whole. */
  readonly pattern: RegExp;
  readonly beside?: RegExp;
  /** The value within a match; "": it is none after all. */
  readonly within?: (written: string) => string;
};

const nato =
  "(?:alfa|alpha|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett?|kilo|lima|mike|november|oscar|papa|quebec|romeo|sierra|tango|uniform|victor|whisk(?:y|ey)|x-?ray|yankee|zulu)";
const natoWords = new RegExp(`${nato}(?!\\p{L})`, "giu");
const natoOrDigit = `(?:${nato}|zero|oh|one|two|three|four|five|six|seven|eight|niner?|\\d)`;
/** A wallet's words are 12 to 24 of a list of nouns and verbs (BIP 39). */
const phraseWords = 12;

/** Numbers of houses as they are said. */
const spokenHouse =
  "(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|one hundred(?: and [a-z]{3,9}){0,1})(?: [a-d])?";

const all: readonly Shaped[] = [
  {
    type: "ADDRESS", // a street as it is said
    mayBe: / (?:street|road|avenue|lane|crescent|drive|terrace|gardens|grove|mews)\b/,
    pattern: new RegExp(
      `(?<!\\p{L})${spokenHouse} (?!way|day|hour|minute|person|man|mile)[a-z]{3,14}(?: [a-z]{3,14})? (?:street|road|avenue|lane|crescent|drive|terrace|gardens|grove|mews)(?!\\p{L})`,
      "gu",
    ),
  },
  {
    type: "ADDRESS", // a flat and a house whose street has no word for it
    mayBe: /(?:flat|apartment|apt\.?) [\dA-Z]{1,4},? \d/i,
    hasDigit: true,
    pattern:
      /(?<![\p{L}\p{N}])(?:[Ff]lat|[Aa]partment|[Aa]pt\.?) [\dA-Z]{1,4},? \d{1,4}[a-z]? \p{Lu}\p{Ll}[\p{L}'’]{1,20}(?: \p{Lu}\p{Ll}[\p{L}'’]{1,20}){0,2}/gu,
  },
  {
    type: "ADDRESS", // a floor and a postcode behind a street
    mayBe: /<ADDRESS:[0-9a-f]{16}>,? /,
    pattern:
      /(?<=<ADDRESS:[0-9a-f]{16}>,? )(?:(?:[\p{L}\d. -]{2,24}, ){0,2}\d{5}(?![\p{L}\d])|(?:(?:first|second|third|fourth|fifth|top|ground) floor|\d{1,2}\. ?(?:OG|Stock|Etage|étage|verdieping|piso|andar|piano))(?: (?:left|right|links|rechts|gauche|droite|flat \d{1,3}))?(?!\p{L}))/giu,
  },
  {
    type: "ACCOUNT", // a British bank's sort code with the account
    mayBe: /\d-\d{2} \d{8}/,
    hasDigit: true,
    pattern: /(?<![\p{L}\d-])\d{2}-\d{2}-\d{2} \d{8}(?![\p{L}\d-])/gu,
  },
  {
    type: "ACCOUNT", // where India's payments go
    mayBe: /@(?:ok|upi|ybl|ibl|axl|paytm|apl|sbi|hdfc|icici)/i,
    pattern:
      /(?<![\w.-])[\w.-]{3,40}@(?:ok(?:hdfcbank|icici|sbi|axis)|upi|ybl|ibl|axl|paytm|apl|sbi|hdfcbank|icici)(?![\w.@-])/giu,
  },
  {
    type: "ACCOUNT", // who signs in to a machine
    mayBe: /password for /i,
    pattern:
      /(?<=(?:failed|accepted) password for (?:invalid user )?)[\w.-]{2,32}(?= from (?:\d|<IP:))/giu,
  },
  {
    type: "ADDRESS", // where a device is
    mayBe: /lat|lon|lng/i,
    hasDigit: true,
    pattern:
      /(?<=(?<![\p{L}])(?:lat|lon|lng|latitude|longitude)["']? ?[=:] ?)-?\d{1,3}\.\d{4,9}(?!\d)/giu,
  },
  {
    type: "SPECIAL", // an income
    mayBe: /(?:month|year|annum|monat|jahr|mois|mes|mese|mês|maand|net|brut)/i,
    hasDigit: true,
    pattern:
      /(?<=\b(?:i (?:only |just |currently )?(?:net|earn|make|bring home|take home|get)|my (?:salary|income|pension|pay) is|(?:ich )?verdiene|je gagne|gano|guadagno|ganho|ik verdien) (?:about |around |only |etwa |nur )?)(?<value>[€£$]? ?\d[\d.,]{2,9}(?: ?(?:€|euros?|dollars?|pounds?|k))?)(?= (?:a|per|an|each|im|pro|par|al|por|ao|per) (?:month|year|annum|monat|jahr|mois|an|mes|mese|mês|maand|jaar)|,? (?:net|netto|brutto|gross|after tax))/giu,
  },
  {
    type: "SPECIAL", // a salary that is spoken of
    mayBe: /salary|wages?|gehalt|lohn|salaire|sueldo|stipendio|salário|salaris/i,
    hasDigit: true,
    pattern:
      /(?<=(?<!\p{L})(?:salary|wages?|gehalt|lohn|salaire|sueldo|stipendio|salário|salaris)(?!\p{L})[^.!?\n\d]{0,24}?)(?<![\d.,])(?:[€£$] ?)?(?!(?:19|20)\d\d(?!\d))\d{1,3}(?:[.,]?\d{3})(?:[.,]\d{2})?(?![\d.,]*\d)/giu,
  },
  {
    type: "PERSON", // spelled with a word for each letter: "K for kilo"
    mayBe: /\b[a-z] (?:for|as in|wie|comme|de|di|van|como) \p{L}/iu,
    pattern:
      /(?<!\p{L})\p{L} (?:for|as in|wie|comme|di|van|como) \p{L}{2,12}(?:,? (?:and )?\p{L} (?:for|as in|wie|comme|di|van|como) \p{L}{2,12}){2,20}(?!\p{L})/giu,
  },
  {
    type: "PERSON", // initials and a last name
    mayBe: /\p{Lu}\. ?\p{Lu}\. ?\p{Lu}/u,
    pattern:
      /(?<![\p{L}\p{N}.])(?!(?:U\. ?[SKN]|A\. ?M|P\. ?[MS]|D\. ?C|E\. ?U|N\. ?B|I\. ?D|Q\. ?A)\.)(?:\p{Lu}\. ?){2,3}(?:O['’]|Mc|Mac|(?:van|von|de|der|den|di|del) )?\p{Lu}\p{Ll}[\p{L}'’-]{1,24}(?!\p{L})/gu,
    within: (written) =>
      isFunctionWord(/\p{L}+$/u.exec(written)?.[0].toLowerCase() ?? "", "en") ? "" : written,
  },
  {
    type: "ACCOUNT", // a vehicle's number by its check digit
    mayBe: /[A-HJ-NPR-Z0-9]{17}/,
    hasDigit: true,
    pattern:
      /(?<![\p{L}\p{N}])(?=[A-Z0-9]{0,15}[A-HJ-NPR-Z]{2})[A-HJ-NPR-Z0-9]{13}\d{4}(?![\p{L}\p{N}])/gu,
    within: (written) => (hasVehicleDigit(written) ? written : ""),
  },
  {
    type: "PERSON", // spelled over the telephone
    mayBe: /name/i,
    pattern: new RegExp(
      `name(?:['’]s)?\\b[^.!?\\n]{0,30}?\\b(?<value>${nato}(?:[ ,-]{1,2}${nato}){2,20})(?!\\p{L})`,
      "giu",
    ),
  },
  {
    type: "ADDRESS",
    mayBe: /post ?code/i,
    pattern: new RegExp(
      `post ?code\\b[^.!?\\n]{0,20}?\\b(?<value>${natoOrDigit}(?:[ ,-]{1,2}${natoOrDigit}){4,8})(?!\\p{L})`,
      "giu",
    ),
  },
  {
    type: "ACCOUNT", // a plate, a booking, a serial number
    mayBe: /foxtrot|golf|hotel|juliet|kilo|november|quebec|sierra|tango|uniform|whisk|yankee|zulu/i,
    pattern: new RegExp(
      `(?<!\\p{L})${natoOrDigit}(?:[ ,-]{1,2}${natoOrDigit}){3,12}(?!\\p{L})`,
      "giu",
    ),
    within: (written) => ((written.match(natoWords)?.length ?? 0) >= 3 ? written : ""),
  },
  {
    type: "PHONE", // an extension
    mayBe: /<PHONE:/,
    hasDigit: true,
    pattern:
      /(?<=<PHONE:[0-9a-f]{16}>,? ?)(?:ext(?:ension|n)?|x|durchwahl|dw|poste|ramal|interno|toestel)\.? ?(?<value>\d{2,6})(?!\d)/giu,
  },
  {
    type: "BIRTH_DATE", // somebody's age
    mayBe: /<PERSON:/,
    hasDigit: true,
    pattern:
      /(?<=<PERSON:[0-9a-f]{16}>,?(?: is| ist| a| tiene| ha| tem|['’]s) (?:now |only |already |schon |erst )?)\d{2,3}(?=(?: years?| yrs?| jahre| ans| años| anni| anos| jaar)?(?: old| alt| oud)?(?:[,.!?;)]| and| und| et| y| e| en|$))|(?<=<PERSON:[0-9a-f]{16}>, )\d{2,3}(?=(?: years old)?,)/giu,
  },
  {
    type: "ADDRESS", // three words for a place
    mayBe: /\/\/\//,
    pattern: /(?<!\S)\/\/\/\p{L}{2,20}\.\p{L}{2,20}\.\p{L}{2,20}(?!\p{L})/gu,
  },
  {
    type: "ACCOUNT", // a plate
    mayBe: /[A-Z]{2}[ -]?\d/,
    hasDigit: true,
    pattern:
      /(?<![\p{L}\p{N}-])(?:[A-Z]{2}-\d{3}-[A-Z]{2}|[A-Z]{2}\d{2} ?[A-Z]{3}|[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} \d{1,4})(?![\p{L}\p{N}-])/gu,
    beside:
      /park(?:ed|ing)|\bcars?\b|\bvan\b|vehicle|penalty|plate|\breg\b|véhicule|voiture|plaque|auto\b|wagen|fahrzeug|coche|carro|macchina|driv(?:e|ing)/i,
  },
  {
    type: "ACCOUNT", // a British driving licence (DVLA)
    mayBe: /licen[cs]e|driv/i,
    hasDigit: true,
    pattern: /(?<![\p{L}\p{N}])[A-Z9]{5} ?\d{6} ?[A-Z9]{2}\d[A-Z]{2}(?![\p{L}\p{N}])/gu,
  },
  {
    type: "SPECIAL", // a union's dues
    mayBe: /union|unison|unite|gmb|usdaw|teamsters|seiu|ver\.?di|ig metall/i,
    pattern:
      /(?<=\b(?:my|an?) )(?<value>union|unison|unite|gmb|usdaw|teamsters|seiu|ver\.?di|ig metall)(?= (?:union )?(?:subs|dues|member|membership|rep|card|fees?)(?!\p{L}))/giu,
  },
  {
    type: "KEY", // a password by its four kinds of characters
    mayBe: /[!#$%^*?~&][A-Za-z0-9]/,
    hasDigit: true,
    pattern:
      /(?<![^\s"'(:=])(?=[^\s]{0,39}\d)(?=[^\s]{0,39}[a-z])(?=[^\s]{0,39}[A-Z])[A-Za-z0-9]{1,20}(?:[!#$%^*?~&]{1,3}[A-Za-z0-9]{1,20}){1,4}[!#$%^*?~]{0,2}(?![^\s"'),.;!?])/gu,
    within: (written) => (written.length < 8 || /^[A-Z]#|\?[A-Z]/.test(written) ? "" : written),
  },
  {
    type: "KEY", // a service's key by its prefix
    mayBe: /[a-z][_-][A-Za-z0-9]{16}/,
    hasDigit: true,
    pattern:
      /(?<![\p{L}\p{N}_/.-])(?:[a-z]{1,10}[_-]){0,2}(?:prod|live|test|dev|staging|secret|key|sk|pk|api|token|pat)[_-](?=[A-Za-z0-9]{0,63}\d)(?=[A-Za-z0-9]{0,63}[a-z])(?=[A-Za-z0-9]{0,63}[A-Z])[A-Za-z0-9]{16,64}(?![\p{L}\p{N}_/-])/gu,
  },
  {
    type: "TOKEN", // what lets in whoever has the address
    mayBe: /[?&]\w{1,20}=[\w-]{16}/,
    hasDigit: true,
    pattern:
      /(?<=(?:reset|verify|verif|confirm|login|log-in|signin|sign-in|magic|invite|activate|auth|token|unlock|share)[^\s?]{0,60}\?[^\s]{0,80})(?<=[?&]\w{1,20}=)(?=[\w-]{0,99}\d)(?=[\w-]{0,99}[A-Za-z])[\w-]{16,200}/giu,
  },
  {
    type: "KEY", // the words of a wallet
    mayBe: /wallet|ledger|trezor|metamask|coinbase|crypto|seed|recovery phrase|mnemonic/i,
    pattern: /(?<!\p{L})(?:[a-z]{3,8} ){11,23}[a-z]{3,8}(?!\p{L})/gu,
    within: longestPhrase,
  },
];

const withoutDigits = all.filter(({ hasDigit }) => hasDigit !== true);

/** The longest run of words without a function word; "" where it is shorter than a wallet's words. */
function longestPhrase(written: string): string {
  let best: string[] = [];
  let run: string[] = [];
  for (const word of written.split(" ")) {
    run = isFunctionWord(word, "en") ? [] : [...run, word];
    if (run.length > best.length) best = run;
  }
  return best.length < phraseWords ? "" : best.join(" ");
}

/** Finds what its own shape shows to be personal or secret, with a word beside it where the shape is others' too. */
export function findShaped(text: string, { digits }: TextTraits): Candidate[] {
  const found: Candidate[] = [];
  for (const { type, mayBe, pattern, beside, within } of digits === 0 ? withoutDigits : all) {
    if (!mayBe.test(text) || beside?.test(text) === false) continue;
    eachMatch(pattern, text, (match) => {
      const whole = match.groups?.value ?? match[0];
      const written = within === undefined ? whole : within(whole);
      if (written === "") return;
      const start = match.index + match[0].lastIndexOf(written);
      const end = start + written.length;
      found.push({ type, start, end, value: valueOf(type, written), isAnnounced: true });
    });
  }
  return found;
}

/** What is hashed: of a secret each letter's case counts. */
function valueOf(type: PiiType, written: string): string {
  if (type === "KEY" || type === "TOKEN") return written;
  const isNumber = type === "ACCOUNT" || type === "PHONE";
  return isNumber ? normaliseNumber(type, written) : normaliseWords(written);
}
