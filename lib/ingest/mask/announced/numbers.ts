import { announced, type Announced } from "./announced";

/** Groups of capitals and digits, the first two with a digit in one of them. */
const mixed =
  "(?=[A-Z]{0,4}[ -]?[A-Z]{0,2}\\d)(?=(?:[ .-]?[A-Z0-9]){6})[A-Z0-9]{1,20}(?:[ .-](?=[A-Z]{0,2}\\d)[A-Z0-9]{1,12}){0,5}";

/** Numbers of papers, accounts, vehicles, devices and telephones, and names of users. */
export const numbers: readonly Announced[] = [
  announced(
    "ACCOUNT", // a vehicle's plate
    "plates?(?: numbers?)?|(?:car|vehicle) reg(?:istration)?|reg(?:istration)? (?:number|no|mark|plate)|(?:auto)?kennzeichen|nummernschild|schild|immatricul(?:ée?s?|ation)|plaque(?: d['’]immatriculation)?|matr[íi]cula|placas?|targa|kenteken(?:plaat)?|nummerplade|registreringsnummer|rejestracyjn\\p{L}+",
    "(?=(?:[ -]?[A-Z0-9]){4,9}(?![A-Z0-9]))(?=[A-Z -]{0,6}\\d)(?:[A-Z]{1,4}|[A-Z]{0,4}\\d[A-Z0-9]{0,6})(?:[ -](?:[A-Z]{1,3}|\\d[A-Z0-9]{0,5}|[A-Z]{1,2}\\d{1,4}[A-Z]{0,2})(?![A-Z0-9])){0,3}",
    { flags: "i" },
  ),
  announced(
    "ACCOUNT", // a vehicle's plate by its form
    "registration|reg",
    "[A-Z]{2}\\d{2} ?[A-Z]{3}|[A-Z]\\d{1,3} ?[A-Z]{3}|[A-Z]{1,3}-[A-Z]{1,2} ?\\d{1,4}|[A-Z]{2}-\\d{3}-[A-Z]{2}",
  ),
  announced("ACCOUNT", "sort ?codes?", "\\d{2}[ -]?\\d{2}[ -]?\\d{2}"),
  announced("ACCOUNT", "sort", "\\d{2}-\\d{2}-\\d{2}"),
  announced(
    "ACCOUNT", // who pays value-added tax
    "vat(?: reg(?:istration)?)?|ust-?id(?:nr)?|tva|btw(?:-?nummer)?|p(?:artita|\\.) ?iva",
    "(?:[A-Z]{2} ?)?[\\dA-Z]{2,4}(?:[ .]?\\d{2,4}){2,4}",
  ),
  announced(
    "ACCOUNT",
    "policy|polizza|póliza|police|polis",
    "[A-Z]{2,5}[/ -]?\\d{4,12}(?:[/-]\\d{1,6}){0,3}",
  ),
  announced(
    "ACCOUNT",
    "bank(?:ing)? details|account details|bankverbindung|coordonnées bancaires|datos bancarios|coordinate bancarie",
    "\\d{6} ?/ ?\\d{8}",
  ),
  announced(
    "ACCOUNT",
    "checking|savings|current account|giro|(?:giro)?konto|cuenta|compte",
    "\\d{8,14}",
  ),
  announced(
    "ACCOUNT", // a club's card
    "(?:loyalty card|club card|carte|tarjeta|carta|cartão|kaart)(?: \\p{L}{3,16}){1,2}|[a-z]{3,12}(?:card|karte|kaart|points)|(?:loyalty|club|bonus|member(?:ship)?|library|reward[s]?|points|fidelity) card|carte de fidélité|tarjeta de (?:fidelidad|socio|puntos)|carta fedeltà|cartão (?:de )?fidelidade",
    "\\d{4,8}(?:[ -]\\d{3,4}){2,4}|\\d{10,19}",
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
  announced(
    "ACCOUNT", // whoever signs in
    "user ?names?|user ?ids?|logins?(?: name| id)?|logg?(?:ed|ing)? in as|log in as|sign(?:ed|ing)? in as|account name|benutzername|nom d['’]utilisateur|identifiant|nombre de usuario|nome utente|gebruikersnaam|nome de (?:usuário|utilizador)|skype(?: id| name)?",
    "(?=[\\w.:-]{0,40}[\\d_.])(?=[\\w.:-]{0,40}[A-Za-z]{3})[A-Za-z][\\w.:-]{3,40}[A-Za-z0-9]",
  ),
];
