import { eachMatch } from "@/lib/learning/each-match";
import { findLowerWordStarts } from "@/lib/learning/word-starts";
import { normaliseWords } from "./find-numbers";
import type { Candidate } from "../text-masker";

/**
 * The special categories of personal data (GDPR, Article 9) as people state them of themselves and theirs: health,
 * belief, union, orientation, origin. Of a product or a rule the same words stay: "diabetes test strips".
 */
const somebody =
  "i|i['’]?m|i['’]ve|my|me|pax|pt|passenger|caller|cust|customer|he|he['’]s|she|she['’]s|his|her|our|we|patient|ich|mein(?:e[rmn]?)?|meinem|er hat|sie hat|je|j['’]ai|mon|ma|mes|yo|tengo|soy|mi|mis|padezco|ho|mio|mia|soffro|sono|tenho|sofro|meu|minha|sou|ik|mijn|heb";
const degree =
  "(?:type [12i]{1,2} |typ[- ]?[12]?[- ]?|chronic |severe |mild |early[- ]onset |stage [\\p{L}\\d]{1,3} |terminal |advanced |chronische[rsn]? |schwere[rsn]? )?";
const condition = `${degree}(?:diabetes(?: mellitus)?|diabetic|asthma|asthmatic|epilepsy|epileptic|(?:\\p{L}{2,20} )?cancer|depression|anxiety disorder|autism|autistic|adhd|dementia|alzheimer['’]?s?|parkinson['’]?s?|multiple sclerosis|miscarriage|stroke(?! of)|seizures?|chemo(?:therapy)?|brain tumou?r|angina|vertigo|tinnitus|shingles|gout|dyspraxia|ibs|colostomy(?: bag)?|pacemaker|prosthetic (?:leg|arm)|(?:hip|knee) replacement|wheelchair|asthmatique|épileptique|dépressi(?:f|ve)|autiste|migraines? chroniques?|enxaquecas?(?: cr[óô]nicas?)?|jaquecas?|emicranie?|ernia|hernia|infarto|ictus|avc|burn-?out|beroerte|gehandicapt|handicapé|invalide|discapacidad|multiple sklerose|sclérose en plaques|hiv|eczema|psoriasis|schuppenflechte|neurodermitis|migräne|gicht|diab[eé]tic[oa](?: tipo [12])?|diabétique(?: de type [12])?|diabetiker(?:in)?|diabeet|asm[aá]tic[oa]|epil[eé](?:ptic[oa]|tic[oa])|cel[ií]ac[oa]|cœliaque|zöliakie|coeliakie|lupus|crohn['’]?s?|co?eliac|copd|ptsd|bipolar|dyslexia|anorexia|bulimia|endometriosis|migraines?|(?:heart|kidney|liver|lung|thyroid|bowel|blood|autoimmune|coeliac|celiac|crohn['’]s|parkinson['’]s|alzheimer['’]s|addison['’]s|graves['’]|lyme) (?:disease|failure|condition|disorder|attack)|high blood pressure|sleep apno?ea|(?:\\p{L}{2,20} )?(?:syndrome|disorder)|cystic fibrosis|(?:\\p{L}{3,15} )?(?:muscular )?dystrophy|(?:alcohol|drug|gambling) (?:dependency|addiction)|bedbound|home ventilator|dialysis|hiv test|cerebral palsy|diabète|asthme|épilepsie|cancer|dépression|asma|epilepsia|cáncer|depresión|diabete|epilessia|cancro|depressione|câncer|depressão|epilepsie|depressionen|rheuma|astma|depressie|h[eé]?pat(?:itis|ite)(?: [a-e](?!\\p{L}))?|epatite(?: [a-e](?!\\p{L}))?|(?!diagnos|prognos|hypnos|symbios|(?:sym|sim|em|anti|tele|a)pat|nostalg|academ|bohem)\\p{L}{3,20}(?:itis|osis|aemia|emia|pathy|algia|plegia|phrenia|frenia|phrénie|phrenie|frenie|frenía|patía|pathie|patia|algie|plegie|plégie|plejia|plejía|(?<=an|leuk|leuc|glyk|glyc)(?:ämie|émie))|(?:hépat|hepat|epat|arthr|artr|bronch|bronqu|gastr|néphr|nefr|dermat|cyst|cist|col|pancréat|pancreat|méning|mening|sinus|tendin|appendic|apendic|prostat|mast|faring|laring|amigdal|encefal|encéphal|endocard|diverticul|flebr?|phléb)ite|(?:arthr|tubercul|scler|cirrh|fibr|neur|psych|thromb|osteopor|mukoviszid|endometri)oses?|tuberculose|cirros[ei]|cirrhose|esclerosis|sclerosi|escleros[ei]|multiple sklerose|multipele sclerose|tuberculosis|fibromialgia|schlaganfall|herzinfarkt|herzschwäche|bluthochdruck|hypertension|hipertensión|hipertensão|ipertensione|hartfalen|herpes|leucemia|leukemia|leukaemia|leukämie|leucémie|leukemie|tumore?|tumeur|hirntumor|demenz|demencia|demência|démence|dementie|demenza|vih|\\p{L}{0,12}(?:krebs|kanker)|\\p{L}{3,16}krankheit|\\p{L}{3,16}ziekte|(?:maladie|enfermedad|malattia|doença) d[eai] \\p{L}{4,14})(?: (?:disease|condition))?(?: (?:de )?t(?:ype?|ipo) ?[12i]{1,2}(?![\\p{L}\\p{N}]))?`;
const pregnancy =
  "(?:[\\p{L}\\d]{1,12} (?:months?|weeks?) )?pregnant|expecting (?:a baby|a child|twins|triplets)|enceinte(?: de \\p{L}{2,12} (?:mois|semaines))?|schwanger|embarazada|incinta|gr[áa]vida|zwanger";
const drug =
  "(?:(?:\\d{1,4} ?m?c?g (?:of )?)?(?:insulin|warfarin|metformin|methotrexate|lithium|prednisone|prednisolone|ibuprofen|paracetamol|morphine|codeine|methadone|tamoxifen|levothyroxine|sertralina?|insulina?|\\p{L}{2,12}(?:pril|sartan|statin|zepam|zolam|cillin|mycin|oxetine?|prazole?|formin|xaban|parin|[ao]lol|tinib|gliptin|glutide|talopram|tralin[ea]?|tidine))(?: \\d{1,4} ?m?c?g)?)";
/** Whoever takes or gets it. */
const taking =
  "(?:take|takes|taking|am on|['’]m on|is on|['’]s on|prescribed|on|(?:repeat|prescription|medication|meds) (?:is|are|was|for|of)|nehme|bekomme|prends|tomo|prendo|tomando|neem|slik) ";
const being =
  "(?:i['’]?m|i am|he['’]?s|he is|she['’]?s|she is|as|we['’]re|we are|ich bin|je suis|soy|sono|sou|ik ben|my (?:son|daughter|wife|husband|partner|mother|mum|mom|father|dad|brother|sister|child|kid|baby|grand\\p{L}{3,6}|uncle|aunt|friend|neighbou?r) is|(?:my|mein|meine) \\p{L}{3,12} (?:and|und) i(?:ch)? (?:are|sind)|we are both)";
const state =
  "(?:registered |legally |profoundly |partially |severely |completely )*(?:blind|deaf|sighted|hard of hearing|disabled|paraplegic|quadriplegic|autistic|hiv[- ]positive|a wheelchair user|wheelchair user|wheelchair[- ]bound|schwerbehindert|gehörlos|sourde?|aveugle|sord[oa]|cieg[oa]|surd[oa]|ceg[oa]|doof|slechtziend)";
const belief =
  "(?:practi[sc]ing |devout |strict )?(?:muslims?|christians?|catholics?|protestants?|jews?|jewish|hindus?|sikhs?|buddhists?|atheists?|jehovah['’]s witness(?:es)?|mormons?|(?:seventh[- ]day )?adventists?|quakers?|methodists?|baptists?|anglicans?|lutherans?|evangelisch|katholisch|muslimisch|jüdisch|musulmane?|catholique|juive?|musulmán|musulmana|católic[oa]|judí[oa]|cattolic[oa]|ebre[oa]|muçulman[oa]|judeu|moslim|katholiek|joods)";
const orientation =
  "(?:gay|lesbian(?: couple)?|bisexual|transgender|trans (?:man|woman)|a trans|queer|asexual|non-binary|schwul|lesbisch|homosexuelle?|homosexual|gay|lesbienne|lesbiana|lesbica|lésbica|homoseksueel)";
const origin =
  "(?:of \\p{L}\\p{L}{3,16} (?:descent|origin|heritage)|half[- ]\\p{L}\\p{L}{3,16}|roma(?= (?:woman|man|family)))";
const union =
  "(?:member of (?:the )?\\p{L}\\p{L}{1,20}(?: \\p{L}\\p{L}{1,20}){0,2}(?: union)?(?=[,.!?;]|$| [\\p{Ll}]|['’])|shop steward(?: for (?:the )?\\p{L}\\p{L}{1,20})?|in der (?:ig \\p{L}{1,20}|ver\\.?di))";
const article = "(?:an? )?";

const bounded = (pattern: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_-])${pattern}(?![\\p{L}\\p{N}_])`, "gu");
/** Some parts of words in lower case: much quicker to find than a pattern. */
const anyOf = (...parts: readonly string[]): RegExp => new RegExp(parts.join("|"), "u");

/** A statement, and parts of words of which each match of it has one. */
type Statement = {
  /** With its value, or whole. */
  readonly pattern: RegExp;
  readonly parts: RegExp;
};

const statements: readonly Statement[] = [
  {
    pattern: bounded(
      `(?:${somebody})(?![\\p{L}])[^.!?\\n]{0,60}?(?<![\\p{L}\\p{N}])(?<value>${condition}|${pregnancy})`,
    ),
    parts: anyOf(
      "diab|asth|asma|asmá|astma|epil|épil|cancer|cáncer|cancro|câncer|krebs|kanker|depres|dépres|anxi|autis|adhd",
      "dementia|alzh|parkins|scler|sclér|skler|hiv|ecz|psor|lupus|crohn|liac|liaq|liak|celía|copd|ptsd|bipol|dyslex",
      "anorex|bulim|endom|migr|schuppen|neuroderm|gicht|rheum|disease|failure|condition|disorder|attack",
      "blood pres|apn|syndrom|fibro|dystroph|dependency|addiction|bedbound|ventilator|dialysis|palsy",
      "miscarr|stroke|seizure|chemo|angina|vertigo|tinnitus|shingles|gout|dysprax|ibs|colostomy|pacemaker|prosthetic",
      "replacement|wheelchair|autist|enxaqueca|jaqueca|emicrani|ernia|infarto|ictus|avc|burn-?out|beroerte|handicap|invalide|discapac",
      "itis|osis|emia|pathy|algia|plegi|phreni|freni|phrén|patía|pathie|patia|algie|plégi|plej|ämie|émie",
      "arthros|sclér?os|scleros|cirrhos|fibrose|neurose|psychos|thrombos|osteopor|mukovis|endometri|tubercul|tumor|tumeur|cirr|mialgia|anfall|infarkt|herzsch|hochdruck|hypertens|hipertens|ipertens|falen|herpes|demen|démen|vih",
      "mening|méning|sinus|tendin|append|apend|prostat|mast|faring|laring|amigd|encef|encéph|endoc|divert|flebi|phléb",
      "krankheit|ziekte|maladie|enfermedad|malattia|doença|hepat|hépat|arthr|artr|bron[cq]|gastr|néphr|nefr|dermat|cyst|cist|colite|pancr",
      "pregnan|expecting|enceinte|schwanger|embaraz|incinta|gravid|grávid|zwanger",
    ),
  },
  {
    pattern: bounded(
      `(?:diagnosed with|being treated for|allergic to|anaphylactic to|diagnosti(?:cad[oa]|cat[oa]|cato|cadas?|caron|cou|quée?s?|quent)(?: con| com| de| avec| di)?(?: une?| la| el| il| o| a| um| uma)?|gediagnosticeerd met|allergisch (?:gegen|auf|voor)|allergique (?:aux?|à|à la)|al[ée]rgic[oa] (?:al?|a la|a los|à|aos?|às)|allergic[oa] (?:al?|alla|ai|alle|agli)) (?<value>(?!(?:con|com|de|avec|di|une?|una|um|uma|la|el|il|met|mit|gegen|an?)(?!\\p{L}))\\p{L}[\\p{L}'’-]{2,20}(?: (?!(?:last|this|in|on|and|or|so|but|since|for|is|are|by|at|when|which|that|to|y|e|et|und|en|desde|depuis|seit|sinds|dal|quand|cuando|quando|pero|mais|mas|ma|maar|aber|il|hace|há|por|pour|per|voor|en|no|na)(?!\\p{L}))\\p{L}[\\p{L}'’-]{2,20}){0,2}(?: (?:[bcd12]|type [12])(?![\\p{L}\\p{N}'’]))?)`,
    ),
    parts: anyOf("diagnos|treated|allerg|al[eé]rg|anaphylac"),
  },
  {
    pattern: bounded(
      "(?:bei (?:mir|ihm|ihr|uns) wurde|ich habe|ik heb|er is|(?:bij (?:mij|hem|haar)) (?:is|werd)) (?:eine? |een )?(?<value>\\p{L}{4,24}(?: \\p{L}{4,20})?)(?= (?:diagnostiziert|festgestellt|gediagnosticeerd|vastgesteld))",
    ),
    parts: anyOf("diagnosti|festgestellt|vastgesteld"),
  },
  {
    pattern: bounded(`(?:${somebody})(?![\\p{L}])[^.!?\\n]{0,20}?${taking}(?<value>${drug})`),
    parts: anyOf(
      "insulin|warf|metf|methot|lithium|predn|ibup|parac|morph|codeine|metha|tamox|levoth|sertr|pril|sartan|statin",
      "zepam|zolam|cillin|mycin|oxetin|prazol|formin|xaban|parin|lol|tinib|gliptin|glutid|talopram|tralin|tidin",
    ),
  },
  {
    pattern: bounded(
      `(?:take|takes|taking|am on|['’]m on|prescribed|nehme|bekomme|prends|prend|tomo|toma|prendo|prende|neem|slik) (?:(?:my|his|her|du|de la|meine?n?|mijn) )?(?<value>\\p{L}{5,20} \\d{1,4} ?(?:mg|mcg|µg|ml|ie))`,
    ),
    parts: anyOf("\\d ?(?:mg|mcg|µg|ml|ie)"),
  },
  {
    pattern: bounded(
      `${being} ${article}(?<value>${state}|${belief}|${orientation}|${origin}|${union})`,
    ),
    parts: anyOf(
      "blind|deaf|sighted|hearing|disabled|plegic|autis|hiv|wheelchair|behindert|gehör|sourd|aveugle|sord|cieg|surd|ceg",
      "doof|slechtz|muslim|christ|cathol|católi|protest|jew|hindu|sikh|buddh|atheist|jehov|mormon|advent|quaker|method",
      "baptist|anglic|luther|evangel|kathol|jüd|musulm|juiv|judí|cattol|ebre|muçulm|judeu|moslim|joods",
      "gay|lesb|lésb|sexual|seksue|trans|queer|non-binary|schwul|homos|descent|origin|heritage|half|roma|member|steward|in der",
    ),
  },
];

/** Finds what people state of their own or their family's health, belief, union, orientation or origin. */
export function findSpecial(text: string): Candidate[] {
  const found: Candidate[] = [];
  const { text: lower } = findLowerWordStarts(text);
  for (const { pattern, parts } of statements) {
    if (!parts.test(lower)) continue;
    eachMatch(pattern, lower, (match) => {
      const { length } = match.groups?.value ?? "";
      const end = match.index + match[0].length;
      found.push({
        type: "SPECIAL",
        start: end - length,
        end,
        value: normaliseWords(text.slice(end - length, end)),
      });
    });
  }
  return found;
}
