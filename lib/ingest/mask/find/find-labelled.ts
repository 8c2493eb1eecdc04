import type { PiiType } from "@/lib/domain/privacy/pseudonym";
import { eachMatch } from "@/lib/learning/each-match";
import { letterBeyondAscii } from "@/lib/learning/other-script";
import { normaliseNumber } from "./find-numbers";
import type { TextTraits } from "../scan-text";
import type { Candidate } from "../text-masker";

/** Names of identity, tax, insurance and device numbers in the languages of their countries. */
const identity =
  "ni(?: ?no| number)|n[úu]mero (?:de )?(?:la )?seguridad social|(?:afiliaci[óo]n a la )?seguridad social|tarjeta sanitaria|(?:num[ée]ro de )?s[ée]cu(?:rit[ée] sociale)?|num[ée]ro fiscal|carte d['’]identit[ée]|tessera sanitaria|carta d['’]identit[àa]|partita iva|n[úu]mero de utente|utente de sa[úu]de|cart[ãa]o (?:de |do )?(?:cidad[ãa]o|sus)|seguran[çc]a social|t[íi]tulo de eleitor|cnh|carta de condu[çc][ãa]o|carteira de (?:motorista|identidade)|permiso de conducir|carn[ée]t? de conducir|sv-?nummer|krankenkassennummer|identiteitskaart|sofinummer|zorgverzekeringsnummer|cliëntnummer|clientnummer|kundennummer|klantnummer|(?:num[ée]ro|code) (?:de )?client|n[úu]mero de cliente|(?:numero|codice) cliente|kontonummer|konto-?nr|bankleitzahl|blz|num[ée]ro de compte|(?:n[úu]mero de )?cuenta bancaria|n[úu]mero de cuenta|clabe|numero di conto|conto corrente|conta (?:corrente|banc[áa]ria)|rekeningnummer|voter (?:registration|number)|green card|uscis|residence permit|pension (?:number|no)|birth certificate (?:number|no)|nino|national insurance(?: number)?|pan(?: card)?(?: number)?|aa?dhaa?r(?: card)?(?: number)?|uidai|voter id|epic no|dni|n[úu]mero de contribuinte|contribuinte|steuer-?id(?:nr)?|steueridentifikationsnummer|steuernummer|idnr|personalausweis(?:nummer)?|ausweis(?:nummer|nr)|reisepass(?:nummer)?|sozialversicherungsnummer|rentenversicherungsnummer|ahv(?:-nummer)?|num[ée]ro de s[ée]curit[ée] sociale|carte vitale|codice fiscale|burgerservicenummer|rijksregisternummer|pesel|rodn[ée] č[íi]slo|personnummer|cpr(?:-nummer)?|f[øo]dselsnummer|henkil[öo]tunnus|kennitala|social insurance(?: number)?|tax file number|medicare(?: number| card)?|ird(?: number)?|mykad|c[ée]dula|id number|identity (?:card )?(?:number|no)|identity card|national id(?:entity)?(?: card)?(?: number)?|t\\.?c\\.? kimlik(?: no)?|kimlik no|omang|iqama|emirates id|teudat zehut|cnic|snils|снилс|инн|паспорт|passaporto|pasaporte|passeport|пасспорт|passport|driver'?s licen[cs]e|f[üu]hrerschein(?:nummer)?|imei(?: number)?|meid|iccid|device (?:id|identifier)|chassis number|dea number|nhs(?: number)?|мрн|student id|employee id";
/** Acronyms that are ordinary words in lower case. */
const acronyms =
  "NINO?|PAN|CPF|CNPJ|RG|NI[EFPRK]|CIF|SIN|ABN|FIN|RFC|RUT|CUI[TL]|BVN|KTP|VIN|EIN|ITIN|NPI|MBI|IMSI|TFN|BSN|PPSN?|NRIC|SVNR|TCKN|CCCD|CMND|CURP";
const eastern =
  "身份证号?码?|身分證字號|护照号?码?|護照號碼|マイナンバー|個人番号|運転免許証番号|주민등록번호|여권번호|رقم الهوية|رقم الجواز|आधार|पैन|מספר זהות|תעודת זהות";
const telephone =
  "móvil|movil|tel[ée]fono|telefone|celular|cellulare|telefono|handy(?:nummer)?|rufnummer|telefon(?:nummer|nr)?|mobil(?:nummer|nr)?|t[ée]l[ée]phone|t[ée]l|portable|mobiel(?: nummer)?|telefoonnummer|telefonn[uú]mer|numer telefonu|puhelin(?:numero)?|mobilnummer|telefon numaram?|cep telefonum?|телефон[а-я]?|мой номер|номер|тел|s[ốo] điện thoại|nomor (?:hp|telepon)|no hp|whatsapp|viber|wechat|llám(?:a|e|en)me al|(?:o )?meu n[úu]mero|mi n[úu]mero|mon num[ée]ro|(?:il )?mio numero|mijn nummer|meine nummer|rufen sie mich|appelez-moi au|me liga no|mi chiami al|bel me op";
const easternTelephone =
  "手机号?码?|电话号?码?|電話番?号?码?|手機|携帯(?:番号)?|전화번호|휴대폰|핸드폰|هاتف(?:ي)?|جوال(?:ي)?|मोबाइल|फ़ोन|फोन|טלפון";
const link =
  "(?:['’]s)?(?:\\s?(?:number|no|nr|num|card|id|code|is|was|are|ist|lautet|es|est|è|é|er|är|on|to|:|#|=|-|n[°ºr]|(?:n|le|la|il|el|o|a|der|die|das|het|de)(?=[ .])|numbers?|मेरा|का|नंबर|है|是|为|為|は|番号は|は、|은|는|هو|：)\\.?){0,4}[\\s\"'(]{0,3}";
/** Groups of letters and digits, the first or second with a digit. */
const value =
  "(?<value>[+(]?(?:\\p{Lu}{1,6}[ -]?)?\\p{L}{0,2}\\d[\\p{L}\\d]{0,23}(?:[ .\\-/()]{1,2}[\\p{L}\\d]{1,20}){0,8})";
const identities = new RegExp(
  `(?:(?<![\\p{L}\\p{N}_])(?:${identity})(?![\\p{L}\\p{N}])|${eastern})${link}${value}`,
  "giu",
);
const acronymous = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:${acronyms})(?![\\p{L}\\p{N}])${link}${value}`,
  "gu",
);
const telephones = new RegExp(
  `(?:(?<![\\p{L}\\p{N}_])(?:${telephone})(?![\\p{L}\\p{N}])|${easternTelephone})${link}(?<value>[+(]?\\d[\\d .\\-/()]{5,22}\\d)`,
  "giu",
);
/** Cheap pre-checks of texts without other letters than plain ones. */
const plainIdentities = labelsInPlainLetters(identity);
const plainTelephones = labelsInPlainLetters(telephone);
const group = /[\p{L}\d]+/gu;
const identityLeast = 4;
const telephoneLeast = 7;
const wordLeast = 3;

/** Finds numbers labelled as personal, in the languages of many countries. */
export function findLabelled(text: string, traits: TextTraits): Candidate[] {
  const found: Candidate[] = [];
  if (traits.digits < identityLeast) return found;
  const addAll = (pattern: RegExp, type: PiiType, digitsMin: number): void =>
    eachMatch(pattern, text, (match) => {
      const written = match.groups?.value ?? "";
      const length = lengthOf(written);
      const taken = written.slice(0, length);
      if ((taken.match(/\d/g) ?? []).length < digitsMin) return;
      const start = match.index + match[0].length - written.length;
      const value = normaliseNumber(type, taken);
      found.push({ type, start, end: start + length, value, isAnnounced: true });
    });
  const isPlain = !letterBeyondAscii.test(text);
  if (!isPlain || plainIdentities.test(text)) addAll(identities, "ACCOUNT", identityLeast);
  addAll(acronymous, "ACCOUNT", identityLeast);
  if (traits.digits >= telephoneLeast && (!isPlain || plainTelephones.test(text))) {
    addAll(telephones, "PHONE", telephoneLeast);
  }
  return found;
}

/** Those of some labels that can be written in plain letters, at the beginning of a word. */
function labelsInPlainLetters(labels: string): RegExp {
  const beyondAscii = /[^\0-\x7f]/g;
  const inPlain = labels
    .split(/\|(?![^()]*\))/)
    .filter((label) => label.replace(/\[[^\]]*\]/g, "").search(beyondAscii) < 0)
    .map((label) => label.replace(beyondAscii, ""));
  return new RegExp(`\\b(?:${inPlain.join("|")})`, "i");
}

/** Length of the number: groups with a digit, or of one or two capitals. */
function lengthOf(written: string): number {
  let end = 0;
  for (const match of written.matchAll(group)) {
    const isWord = !/\d/.test(match[0]) && !/^\p{Lu}{1,2}$/u.test(match[0]);
    if (isWord && (end > 0 || match[0].length < wordLeast)) break;
    end = match.index + match[0].length;
  }
  return end;
}
