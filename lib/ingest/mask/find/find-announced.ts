import type { PiiType } from "@/lib/domain/privacy/pseudonym";
import { createWordFinder, createWordFinders, type WordFinder } from "@/lib/learning/word-finder";
import { findLowerWordStarts } from "@/lib/learning/word-starts";
import { normaliseNumber } from "./find-numbers";
import type { Candidate } from "../text-masker";

/** What words before a value say that it is, and the value's form. */
type Announced = {
  readonly type: PiiType;
  /** In lower case. */
  readonly pattern: RegExp;
  readonly label: WordFinder;
  /** Sticky, from the label's end on. */
  readonly value: RegExp;
  /** What the text must hold elsewhere, if anything. */
  readonly beside?: RegExp;
};

/** What may stand between a label and its value. */
const link =
  "(?:['’]s)?(?:[\\s:,=#(\"“'’*-]{1,3}(?:is|was|are|sont|son|sono|zijn|são|it says|says?|reads?|ist|sind|lautet|hat die nummer|est|es|é|è|le|la|el|il|o|a|number|numbers|no|nr|num|n[°º]|id|code|my|now|set to|to|the|der|die|das|with|mit|from the \\p{L}{2,12}|printed on it)(?![\\p{L}\\p{N}])\\.?){0,4}[\\s:,=#(\"“'’*-]{1,3}";

function announced(
  type: PiiType,
  labels: string,
  value: string,
  { beside, flags = "" }: { readonly beside?: RegExp; readonly flags?: string } = {},
): Announced {
  const pattern = new RegExp(
    `\\b(?<![\\p{L}\\p{N}_])(?:${labels})(?![\\p{L}\\p{N}_])\\.?${link}`,
    "gu",
  );
  return {
    type,
    pattern,
    label: createWordFinder(pattern),
    value: new RegExp(`(?:${value})(?![\\p{L}\\p{N}_])`, `yu${flags}`),
    ...(beside !== undefined && { beside }),
  };
}

const spokenDigit = "(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine)";
const spokenDigits = `${spokenDigit}(?:[ ,-]{1,2}${spokenDigit}){2,7}`;
/** The same of other languages. */
const digitAbroad =
  "(?:zero|cero|null|nul|um[a]?|uno?|un|eins|een|dois|duas|dos|due|deux|zwei|twee|três|tres|tre|trois|drei|drie|quatro|cuatro|quattro|quatre|vier|cinco|cinque|cinq|fünf|vijf|seis|sei|six|sechs|zes|sete|siete|sette|sept|sieben|zeven|oito|ocho|otto|huit|acht|nove|nueve|neuf|neun|negen)";
const spokenAbroad = `${digitAbroad}(?:[ ,-]{1,2}${digitAbroad}){3,7}`;
/** Groups of capitals and digits, the first two with a digit in one of them. */
const mixed =
  "(?=[A-Z]{0,4}[ -]?[A-Z]{0,2}\\d)(?=(?:[ .-]?[A-Z0-9]){6})[A-Z0-9]{1,20}(?:[ .-](?=[A-Z]{0,2}\\d)[A-Z0-9]{1,12}){0,5}";
const secret =
  "(?=[^\\s\"'<>,;]{0,63}[\\d!#$%&*@^~+])(?=[^\\s\"'<>,;]{0,63}\\p{L})[^\\s\"'<>,;]{5,63}[^\\s\"'<>,;.!?)]";

const all: readonly Announced[] = [
  announced(
    "KEY", // a card's code
    "number on the (?:front|back) of (?:my|the) (?:card|amex|visa|mastercard)|(?:three|four|3|4)[ -]?(?:digits?|numbers?|figures)(?: (?:code|number))?(?: (?:on|from|at) (?:the |its )?(?:back|front|reverse|card|(?:signature )?strip)(?: of (?:the|my) card)?)|(?:digits?|numbers?|code) (?:on|from|at) the (?:back|reverse|front)(?: of (?:the|my) card)?|on the back(?: of (?:the|my) card)?,? it|card (?:verification|security) (?:code|number|value)|security number|cvv2?|cvc2?|kartenpr(?:ü|ue)f(?:nummer|ziffer)|pr(?:ü|ue)f(?:nummer|ziffer)(?: (?:meiner|der|auf der) karte)?|(?:trois|quatre|3|4) chiffres (?:au dos|derrière)|cryptogramme(?: visuel)?|código de (?:seguridad|segurança)|codice di sicurezza|beveiligingscode|(?:tres|três|tre) (?:dígitos|cifre|números) (?:de |do |sul |del )?(?:atrás|verso|retro|reverso)",
    `\\d{3,4}|${spokenDigits}`,
    { flags: "i" },
  ),
  announced(
    "CARD", // when a card ends
    "expir(?:y|es|ation|ing|e)(?: date)?|valid (?:thru|through|until|to)|exp|runs out|gültig bis|ablaufdatum|date d['’]expiration|expire le|scadenza|scade|caduca|caducidad|validade|vervaldatum|geldig tot",
    "(?:0[1-9]|1[0-2]) ?[/-] ?(?:20)?[2-4]\\d",
    {
      beside:
        /card|visa|mastercard|amex|kredit|karte|carte|tarjeta|carta|cartão|kaart|<CARD:|<KEY:/i,
    },
  ),
  announced(
    "ACCOUNT", // a vehicle's plate
    "plates?(?: numbers?)?|(?:car|vehicle) reg(?:istration)?|reg(?:istration)? (?:number|no|mark|plate)|(?:auto)?kennzeichen|nummernschild|schild|immatricul(?:ée?s?|ation)|plaque(?: d['’]immatriculation)?|matr[íi]cula|placas?|targa|kenteken(?:plaat)?|nummerplade|registreringsnummer|rejestracyjn\\p{L}+",
    "(?=(?:[ -]?[A-Z0-9]){4,9}(?![A-Z0-9]))(?=[A-Z -]{0,6}\\d)(?:[A-Z]{1,4}|[A-Z]{0,4}\\d[A-Z0-9]{0,6})(?:[ -](?:[A-Z]{1,3}|\\d[A-Z0-9]{0,5}|[A-Z]{1,2}\\d{1,4}[A-Z]{0,2})(?![A-Z0-9])){0,3}",
    { flags: "i" },
  ),
  announced("ACCOUNT", "sort ?codes?", "\\d{2}[ -]?\\d{2}[ -]?\\d{2}"),
  announced(
    "ACCOUNT",
    "bank(?:ing)? details|account details|bankverbindung|coordonnées bancaires|datos bancarios|coordinate bancarie",
    "\\d{6} ?/ ?\\d{8}",
  ),
  announced("ACCOUNT", "checking|savings|current account|giro(?:konto)?", "\\d{8,14}"),
  announced(
    "ACCOUNT", // a club's card
    "(?:loyalty card|club card|carte|tarjeta|carta|cartão|kaart)(?: \\p{L}{3,16}){1,2}",
    "\\d{4,8}(?:[ -]\\d{3,4}){2,4}",
  ),
  announced(
    "PHONE", // in two parts
    "area code|vorwahl|(?:l['’])?indicatif|prefijo|prefisso|código de área|netnummer",
    "0?\\d{2,5}",
  ),
  announced(
    "PHONE",
    "(?:the |der |le |el |il |de )?(?:rest|reste|resto)",
    "\\d{3,4}[ -]?\\d{3,4}",
    {
      beside: /area code|vorwahl|indicatif|prefijo|prefisso|netnummer/i,
    },
  ),
  announced("ACCOUNT", "bic|swift(?:[ -](?:code|bic))?", "[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?"),
  announced(
    "ACCOUNT", // papers, insurances, patients
    "id card|(?:personal)?ausweis(?:nummer|nr)?|(?:reise)?pass(?:nummer|nr)?|passport(?: number| no)?|passeport|pasaporte|passaporto|paspoort(?:nummer)?|führerschein(?:nummer|nr)?|driv(?:ing|er['’]?s) licen[cs]e(?: number| no)?|permis de conduire|rijbewijs(?:nummer)?|patente di guida|versicherten(?:nummer|nr)|versicherungsnummer|krankenversicherungsnummer|member(?:ship)? (?:id|number|no)|subscriber id|insurance (?:id|number|no)|policy(?:holder)? (?:id|number|no)|patient(?:en)? ?(?:number|no|id|nummer|nr)|hospital (?:number|no)|medical record (?:number|no)|numéro d['’]assuré|steuer-?id(?:nr)?|id-?nr|nas|sin|cnpj|cpf|nif|niss|bsn|health card(?: number)?",
    mixed,
  ),
  announced(
    "ACCOUNT", // people in lists of theirs
    "(?:staff|employee|personnel|badge|payroll|student|matriculation|enrol+ment|patient|case ?worker|frequent[- ]flyer|loyalty|reward[s]?|membership)(?: (?:no|number|id|card|num))+|frequent[- ]flyer|matrikelnummer|personalnummer|numéro d['’]étudiant|número de empleado|matricola|personeelsnummer|record locator|locator|pnr",
    "(?!(?:19|20)\\d{2}(?![\\dA-Z]))[A-Za-z]{0,3}-?\\d[\\dA-Z]{3,11}(?:[ -]\\d{2,6}){0,4}|[A-Z]{2,3} \\d{2,6}(?:[ -]\\d{2,6}){1,4}|[A-Z]{2,3} \\d{6,10}|(?=[A-Z0-9]{0,5}\\d)[A-Z0-9]{6}(?![A-Za-z0-9])",
  ),
  announced(
    "ACCOUNT", // a device, a player
    "(?:device|android|advertising|installation|hardware|client)[ _-]?(?:id|uuid)|idfa|gaid|geräte-?id",
    "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16,40}",
    { flags: "i" },
  ),
  announced(
    "ACCOUNT",
    "gamer ?tag|psn(?: id| name)?|xbox(?: live)?(?: id| name)|steam(?: id| name)|battle\\.?tag|riot id|in-?game name|player (?:id|name)|discord(?: id| name| tag)?|twitch(?: name)?",
    "(?=[\\w#.-]{0,30}[\\d_#]|[\\w-]{0,30}[a-z][A-Z])[A-Za-z][\\w#.-]{3,30}[A-Za-z0-9]",
  ),
  announced(
    "PHONE",
    "cel(?:ular)?|móvil|movil|telemóvel|handphone|handy(?:nummer)?|mobil(?:nummer)?|portable|cellulare|gsm|06-nummer|whats ?app|mobile|cell|landline|tel(?:[eé]fon[oe]?|éphone|\\.)?",
    "\\+?\\(?\\d{2,4}\\)?(?:[ .-]?\\d{2,4}){2,4}",
  ),
  announced(
    "KEY", // a code that was just sent
    "(?:the |my )?(?:text|sms|message|authenticator|app) (?:says?|reads?|shows?)|it says|it['’]?s|one[- ]time (?:code|password)|verification code|otp|einmal-?code|code (?:de vérification|reçu)|código(?: de verificación)?|codice(?: di verifica)?|verificatiecode",
    `\\d{3}[ -]?\\d{3}(?!\\d)|${spokenAbroad}`,
    { beside: /code|código|codice|sim|verif|log ?in|authent|sms|text|otp/i },
  ),
  announced(
    "KEY",
    "the key (?:on|under|from) the (?:back|sticker|bottom|router|label|box)",
    secret,
  ),
  announced(
    "ACCOUNT", // where energy is delivered, which meter counts it
    "mpan|mprn|meter point(?: reference)?(?: number)?|nmi|pdl|prm|point de livraison|pod|cups|ppe|punkt poboru|uprn|zähler(?:nummer|nr)?|(?:prepaid|prepayment|smart|gas|electric(?:ity)?) meter(?: (?:serial|number|no))*|meter (?:serial|number|no|id)",
    "(?=[A-Z]{0,4}\\d)[A-Z\\d]{6,24}(?:[ -]\\d{2,8}){0,5}|\\d{2}(?:[ -]\\d{3,6}){2,5}",
  ),
  announced(
    "ACCOUNT", // who travels, who acts for somebody
    "ktn|known travell?er(?: number)?|redress(?: number)?|lpa(?: ref(?:erence)?)?|visa (?:foil|number|no)|a-?number|alien (?:registration )?number|pati[ëe]ntnummer|mrn",
    "[A-Z]{0,3} ?\\d[\\dA-Z]{2,14}(?:[ -]\\d{3,4}){0,3}",
  ),
  announced(
    "SSN",
    "last (?:four|4)(?: digits)?(?: of (?:my|the|his|her) (?:ssn|social(?: security)?))?",
    "\\d{4}",
    {
      beside: /ssn|social|born|birth|verif/i,
    },
  ),
  announced("KEY", "ssid \\S{2,32} (?:key|password|pass|pw)", secret),
  announced("KEY", "alarm(?: (?:is|code))+", "\\d{4,6}"),
  announced("KEY", "(?:duress|safe|security|memorable) word", "\\p{L}{4,20}"),
  announced(
    "KEY", // answers to security questions
    "first pet|pet['’]?s name|childhood (?:pet|friend|nickname)|first (?:school|teacher|car)",
    "(?:was |is |called |named )?\\p{Lu}[\\p{L}'’-]{2,20}",
  ),
  announced(
    "KEY", // what opens a door
    "(?:door|gate|entry|entrance|access|building|lobby|alarm|lock ?box|key ?safe|garage|buzzer|barrier|intercom)(?: (?:code|pin|keypad))+|gate opens|alarm disarms|duress (?:code|pin)|(?:key safe|lock ?box)[^.\\n\\d]{0,24}code|digicode|t(?:ü|ue)rcode|code (?:de la porte|d['’]entrée|du portail)|código (?:de la puerta|del portal|da porta|do portão)|codice (?:del portone|del cancello)|deurcode|poortcode",
    `[A-Z#*]?\\d[\\dA-Z#*]{2,7}|\\d(?:-[\\dA-Z#*]){3,7}|${spokenDigits}`,
    { flags: "i" },
  ),
  announced(
    "KEY", // a network's key, a password
    "(?:wi-?fi|wlan|network|wpa[23]?|router|hotspot)(?: (?:key|password|pass ?phrase|pass|code))+|wi-?fi [^.\\n]{0,40}(?:key|password)|passwor[dt]|kennwort|mot de passe|contraseña|senha|palavra-passe|wachtwoord|parola d['’]ordine|l[öo]senord|has[łl]o|pass ?phrase|pwd?",
    secret,
  ),
  announced(
    "ACCOUNT", // whoever signs in
    "user ?names?|user ?ids?|logins?(?: name| id)?|logg?(?:ed|ing)? in as|log in as|sign(?:ed|ing)? in as|account name|benutzername|nom d['’]utilisateur|identifiant|nombre de usuario|nome utente|gebruikersnaam|nome de (?:usuário|utilizador)|skype(?: id| name)?",
    "(?=[\\w.:-]{0,40}[\\d_.])(?=[\\w.:-]{0,40}[A-Za-z]{3})[A-Za-z][\\w.:-]{3,40}[A-Za-z0-9]",
  ),
];

const whichAreIn = createWordFinders(all.map(({ pattern }) => pattern));

/** Finds values that the words before them announce: card codes, plates, papers, door codes, network keys, user names. */
export function findAnnounced(text: string): Candidate[] {
  const found: Candidate[] = [];
  const starts = findLowerWordStarts(text);
  const areIn = whichAreIn(starts);
  for (let at = areIn.indexOf(true); at >= 0; at = areIn.indexOf(true, at + 1)) {
    const announced = all[at];
    if (announced === undefined || announced.beside?.test(text) === false) continue;
    const { type, label, value } = announced;
    for (const match of label.matchesIn(starts)) {
      value.lastIndex = match.index + match[0].length;
      const written = value.exec(text)?.[0];
      if (written === undefined) continue;
      const start = match.index + match[0].length;
      const end = start + written.length;
      const isNumber = type === "ACCOUNT" || type === "CARD";
      found.push({
        type,
        start,
        end,
        value: isNumber ? normaliseNumber(type, written) : written,
        isAnnounced: true,
      });
    }
  }
  return found;
}
