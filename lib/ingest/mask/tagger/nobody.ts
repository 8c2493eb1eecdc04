import { isBrand } from "../names/brands";

const weekday = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/i;
const month =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;
/** "Christmas Eve", "New Year's Day", "St Patrick's Day". */
const holiday =
  /(?:Christmas|Easter|Boxing|Midsummer|Year['’]?s?|\p{Lu}\p{L}+['’]s?) (?:Eve|Day)$/u;
const holidayAfter = /^(?:['’]s?)? (?:Eve|Day)(?!\p{L})/u;
const timeBefore =
  /\b(?:in|on|of|by|since|until|this|next|last|early|late|from|to|for|before|after)\s$/i;
/** "3 June", "3rd of June", "June 3". */
const dayBefore = /(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?: of)? $/i;
const dayAfter = /^ \d{1,2}(?!\d)/;
/** "… assistant", "… team", "on behalf of …": a company rather than a person. */
const companyAfter =
  /^(?:['’]s (?:(?:virtual|digital|ai|automated|online|customer|technical|tech) )*(?:assistant|bot|chatbot|team|support|service|care|help|helpdesk)|,? (?:\p{L}+|<[A-Z_]+:[0-9a-f]+>) speaking| (?:team|customer (?:care|service|support)))\b/iu;
/** "Clara, our virtual assistant" */
const machineAfter =
  /^,? (?:our|the|your|an?|unser[e]?|notre|nuestr[oa]|onze) (?:new |friendly )?(?:virtual|digital|ai|automated|voice|chat)[- ]?(?:assistant|agent|bot|helper)/iu;
/** "Storm Eunice", "Hurricane Ida" */
const stormBefore = /(?<!\p{L})(?:Storm|Hurricane|Typhoon|Cyclone|Sturm|Orkan|Tempête) $/u;
const storm = /^(?:Hurricane|Typhoon|Cyclone)$/u;
/** Assistants that makers gave names. */
const assistant = /^(?:siri|cortana|bixby|chatgpt|copilot)(?:['’]s)?$/i;
const assistantBeside =
  /siri|cortana|bixby|chatgpt|copilot|google home|\becho\b|smart (?:home|speaker)|skill/i;
const assistantName = /^(?:alexa|claude|gemini)(?:['’]s)?$/i;
/** Nouns of houses and streets that are nobody's last name: "Hilton Hotel", "Old Town Inn". */
const houses =
  "Hotels?|Motel|Hostel|Inn|Resort|Suites|Lodge|Restaurant|Café|Cafe|Bistro|Diner|Pizzeria|Brewery|Bakery|Venue|Apartments?|Condos|Airport|Terminal|Museum|University|Hospital|Clinic|Theat(?:re|er)|Cinema|Stadium|Arena|Plaza|Mall|Supermarket|Airlines?|Airways|Island|Beach|Bay|Boulevard|Avenue|Highway";
const houseAfter = new RegExp(`^ (?:${houses})(?!\\p{L})`, "u");
const houseAtEnd = new RegExp(`(?<!\\p{L})(?:${houses})$`, "u");
/** "The Hilton is full", but "the Smith account". */
const article = /(?<!\p{L})[Tt]he $/u;
const oneWord = /^\p{Lu}[\p{L}\p{M}]+$/u;
const noNounAfter =
  /^(?:$|[,.!?;:)\n]| (?:in|at|on|is|was|are|for|and|or|to|near|has|had|from|with|by|please|tonight|today|tomorrow)(?!\p{L}))/u;
/** "Do they speak Catalan?", "written in Ruby". */
const languageBefore =
  /(?<!\p{L})(?:speaks?|spoken in|fluent in|translated? (?:it )?(?:in)?to|written in|programmed in|program in|code in|learn(?:ing)?) (?:\p{L}{2,20}(?:,? (?:or|and)|,) ){0,2}$/iu;
/** "IMEI: 4901…": a label of a number, while "JOHN: hi" is a speaker. */
const numberLabel = /^\p{Lu}{2,8}$/u;
const numberAfter = /^ ?[:#=] ?["']?(?:\d|<[A-Z_]+:)/;
/** "Tents can be returned": what is done with goods, to nobody. */
const goodsAfter =
  /^(?: (?:can|cannot|can['’]t|may|must|should|could|will|are|were|is|was|have|has|had|not|only|also|now|be|been)){1,4} (?:returned|refunded|exchanged|shipped|dispatched|replaced|repaired|restocked|discounted|discontinued|sold out|out of stock|in stock|(?:non-?)?(?:refundable|returnable))(?!\p{L})/iu;
/** Greetings and thanks of other languages. */
const greeting =
  /^(?:merci|beaucoup|bonjour|bonsoir|salut|bien s[ûu]r|bien|s[ûu]r|gracias|muchas gracias|hola|adi[óo]s|buenos|buenas|danke|bitte|hallo|tsch[üu]ss|grazie|prego|ciao|obrigad[oa]|ol[áa]|arigato|namaste)$/i;
/** What letters end with. */
const closing =
  /^(?:mfg|gru(?:ß|ss)|gr(?:ü|ue)(?:ß|ss)e|abra[çc]os?|atenciosamente|atentamente|cumprimentos|saluti|(?:distinti|cordiali) saluti|cordialement|saludos|groet(?:en|jes)?|regards|sincerely|cheers|abrazos?|beijos?|lg|vg|hilsen|unterzeichnet|firmado|assinado)$/i;
/** Forms of companies: "Padaria Oliveira Lda". */
const legalForm =
  "Ltd|Limited|LLC|LLP|Inc|Corp|PLC|plc|GmbH|OHG|e\\.V|B\\.?V|N\\.?V|VOF|S\\.A|S\\.L|SARL|SRL|Srl|S\\.r\\.l|SpA|S\\.p\\.A|snc|Lda|Ltda|Oy|ApS";
/** Two letters may be a state's, too: "Adelaide SA 5000". */
const shortForm = "(?:AG|KG|UG|SA|SL|SAS|AB)(?=[,;)\\n]|\\.?$| \\p{Ll})";
/** "Johnson & Miles Logistics", but not "John Smith, Insurance Manager". */
const trade =
  "(?:Logistics|Couriers?|Solicitors|Accountants|Consult(?:ing|ants)|Holdings?|Associates|Insurance|Motors|Transport|Plumbing|Electrical|Builders|Removals|Estates|Brothers|Bros|& (?:Sons?|Co|Cie|Söhne|Figli|Filhos|Hijos|Zonen))(?! (?:Manager|Engineer|Director|Advis[eo]r|Agent|Officer|Assistant|Lead|Specialist|Executive|[Dd]epartment|[Dd]esk|[Tt]eam))";
const partner =
  "(?: (?:&|and|und|et|y|e|en) \\p{Lu}[\\p{L}'’-]{1,20})?(?: \\p{Lu}[\\p{L}'’-]{1,20})?";
const firmAfter = new RegExp(
  `^${partner}(?:,? (?:${legalForm})| (?:${shortForm}|${trade}))(?!\\p{L})`,
  "u",
);
/** "Miles Logistics", of a stretch that holds the trade. */
const firmAtEnd = new RegExp(` (?:${legalForm}|${trade})\\.?$`, "u");
const capitals = /^[^\p{Ll}]+$/u;
/** Programming languages that are first names too, beside what is written in them. */
const programmingLanguage =
  /^(?:ruby|julia|pascal|ada|crystal|elm|dylan|miranda|jade|scala|eiffel)$/i;
const programs =
  "(?:SDKs?|APIs?|librar(?:y|ies)|clients?|compilers?|runtimes?|bindings|scripts?|gem)";
const programBefore = new RegExp(`(?<!\\p{L})${programs} [^.!?\\n]{0,40}$`, "u");
const programAfter = new RegExp(`^ (?:${programs}|code)(?!\\p{L})`, "u");
const saysWho = /(?<!\p{L})(?:is|am|['’]m|name|hi|hello|dear|by|from|with|ask|told|called) $/iu;
/** "departed sorting centre Florence", "Lincoln depot": where a parcel is. */
const depot = "centre|center|hub|depot|facility|terminal|warehouse|station";
const depotBefore = new RegExp(
  `(?<!\\p{L})(?:(?:sorting|delivery|parcel|mail|distribution|transit) (?:${depot})|depot|next stop|departed(?: from)?) $`,
  "iu",
);
const depotAfter = new RegExp(
  `^ (?:(?:sorting|delivery|parcel|mail|distribution) )?(?:${depot})(?!\\p{L})`,
  "u",
);
/** Acronyms of numbers, parts and techniques. */
const acronym =
  /^(?:IBAN|iban|BIC|SSN|DOBs?|ZIP|PIN|OTP|CVV|IMEI|VIN|USB(?:-C)?|RAM|SSD|HDMI|LED|LCD|RGB|HEPA|GPS|Wi-?Fi|[Bb]luetooth|[Ee]thernet)$/;
/** Labels of what follows: "Passengers: two". */
const label =
  /^(?:passengers?|customers?|users?|guests?|travell?ers?|patients?|applicants?|names?|brands?|itinerar(?:y|ies))$/i;
/** "HAT039", "IPX7", "4GB": capitals and digits together. */
const code = /^(?=\p{Lu}*\d)(?=\d*\p{Lu})[\p{Lu}\d-]+$|^\p{Lu}\p{Ll}+\p{Lu}{2,}$/u;
/** Three capitals beside three others are airports: "LAX to MIA", "MIA → EWR". */
const airport = /^\p{Lu}{3}$/u;
const airportBefore = /(?<!\p{L})\p{Lu}{3}\)? ?(?:→|->|↔|–|—|-|\/|to|and|or|,) ?\p{L}{0,9} ?\(?$/u;
const airportAfter = /^\)? ?(?:→|->|↔|–|—|-|\/|to|and|or|,) ?\p{L}{0,9} ?\(?\p{Lu}{3}(?!\p{L})/u;
/** "Intel i7", "Kosher foods", "Ethernet connectivity": a word for goods rather than a last name. */
const kindAfter =
  /^ (?:\p{Ll}{1,2}-?\d{1,2}(?!\p{L})|(?:foods?|cuisine|dishes|meals|diet|compatible|compatibility|connectivity|processors?|laptops?|speakers?|headphones|earbuds|keyboards?|vacuums?|adapters?|chargers?|cables?|periods?)(?!\p{L}))/u;
/** "Mark the box", "bill me": what somebody is to do. */
const verb = /^(?:mark|bill|chase|grant|sue|skip|frank|nick|rob|drew)$/i;
const objectAfter =
  /^ (?:the|your|it|this|these|that|as|all|each|them|my|me|us|up|a|an|access|him|her|our)(?!\p{L})/u;
/** "The Autumn one", "Summer sale" */
const season = /^(?:Spring|Summer|Autumn|Winter|April|June|May)$/u;
const seasonAfter =
  /^ (?:ones?|sale|catalogue|collection|range|menu|edition|timetable|offer|deals?|issue|box|tariff)(?!\p{L})/u;
/** "Will you call?" */
const auxiliary = /^(?:will|may)$/i;
const subjectAfter = /^ (?:you|i|we|it|he|she|they|that|this|there|my|your|the)(?!\p{L})/iu;

/**
 * True if a stretch that was taken for a person's name is a day, a company, a venue or a label.
 * @param start its start in the text
 * @param end its end in the text
 */
export function isNobody(text: string, start: number, end: number): boolean {
  const written = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 48), start);
  const after = text.slice(end, end + 60);
  return (
    weekday.test(written) ||
    holiday.test(before + written) ||
    holidayAfter.test(after) ||
    (month.test(written) &&
      (timeBefore.test(before) || dayBefore.test(before) || dayAfter.test(after))) ||
    (oneWord.test(written) && article.test(before) && noNounAfter.test(after)) ||
    (oneWord.test(written) && languageBefore.test(before)) ||
    (verb.test(written) && objectAfter.test(after)) ||
    (season.test(written) && seasonAfter.test(after)) ||
    (auxiliary.test(written) && subjectAfter.test(after)) ||
    (oneWord.test(written) && goodsAfter.test(after)) ||
    companyAfter.test(after) ||
    machineAfter.test(after) ||
    stormBefore.test(before) ||
    storm.test(written) ||
    assistant.test(written) ||
    (assistantName.test(written) && assistantBeside.test(before + after)) ||
    isBrand(text, start, end) ||
    houseAfter.test(after) ||
    houseAtEnd.test(written) ||
    greeting.test(written) ||
    closing.test(written) ||
    (!capitals.test(written) && (firmAfter.test(after) || firmAtEnd.test(written))) ||
    (programmingLanguage.test(written) &&
      !saysWho.test(before) &&
      (programBefore.test(before) || programAfter.test(after))) ||
    (oneWord.test(written) && (depotBefore.test(before) || depotAfter.test(after))) ||
    acronym.test(written) ||
    label.test(written) ||
    code.test(written) ||
    (airport.test(written) && (airportBefore.test(before) || airportAfter.test(after))) ||
    (oneWord.test(written) && kindAfter.test(after)) ||
    (numberLabel.test(written) && numberAfter.test(after))
  );
}

const abbreviation =
  /^(?:\p{L}|dr|mr|mrs|ms|prof|rev|fr|sr|jr|st|sen|gen|capt|lt|col|sgt|hon|mme|mlle)$/iu;

/**
 * True if a full stop after a word of a name ends no sentence: "J. Smith", "Mr. Smith", but not "Smith. Let me".
 * @param word the word before it
 */
export function isAbbreviation(word: string): boolean {
  return abbreviation.test(word);
}
