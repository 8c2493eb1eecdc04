import { eachMatch } from "@/lib/learning/each-match";
import { normaliseWords } from "./find-numbers";
import type { Candidate } from "../text-masker";

/**
 * The special categories of personal data (GDPR, Article 9) as people state them of themselves and theirs: health,
 * belief, union, orientation, origin. Of a product or a rule the same words stay: "diabetes test strips".
 */
const somebody =
  "i|i['’]?m|i['’]ve|my|me|pax|pt|passenger|caller|cust|customer|he|he['’]s|she|she['’]s|his|her|our|we|patient|ich|mein(?:e[rmn]?)?|meinem|er hat|sie hat|je|j['’]ai|mon|ma|mes|yo|tengo|soy|mi|mis|padezco|ho|mio|mia|soffro|sono|tenho|sofro|meu|minha|sou|ik|mijn|heb";
const degree =
  "(?:type [12i]{1,2} |typ[- ]?[12]?[- ]?|chronic |severe |mild |early[- ]onset |stage \\p{L}{1,3} |terminal |advanced |chronische[rsn]? |schwere[rsn]? )?";
const condition = `${degree}(?:diabetes(?: type [12]| mellitus)?|diabetic|asthma|asthmatic|epilepsy|epileptic|(?:\\p{L}{2,20} )?cancer|depression|anxiety disorder|autism|autistic|adhd|dementia|alzheimer['’]?s?|parkinson['’]?s?|multiple sclerosis|multiple sklerose|sclérose en plaques|hiv|eczema|psoriasis|schuppenflechte|neurodermitis|migräne|gicht|diab[eé]tic[oa](?: tipo [12])?|diabétique(?: de type [12])?|diabetiker(?:in)?|diabeet|asm[aá]tic[oa]|epil[eé](?:ptic[oa]|tic[oa])|cel[ií]ac[oa]|cœliaque|zöliakie|coeliakie|lupus|crohn['’]?s?|co?eliac|copd|ptsd|bipolar|dyslexia|anorexia|bulimia|endometriosis|migraines?|(?:heart|kidney|liver|lung|thyroid|bowel|blood|autoimmune|coeliac|celiac|crohn['’]s|parkinson['’]s|alzheimer['’]s|addison['’]s|graves['’]|lyme) (?:disease|failure|condition|disorder|attack)|high blood pressure|sleep apno?ea|(?:\\p{L}{2,20} )?(?:syndrome|disorder)|cystic fibrosis|(?:\\p{L}{3,15} )?(?:muscular )?dystrophy|(?:alcohol|drug|gambling) (?:dependency|addiction)|bedbound|home ventilator|dialysis|hiv test|cerebral palsy|diabète|asthme|épilepsie|cancer|dépression|asma|epilepsia|cáncer|depresión|diabete|epilessia|cancro|depressione|câncer|depressão|krebs|brustkrebs|epilepsie|depressionen|rheuma|kanker|borstkanker|astma|depressie|(?!diagnosis|prognosis|hypnosis|symbiosis|empathy|sympathy|nostalgia|diploma|aroma|roma\\b|oklahoma|sonoma|tacoma|academia|bohemia)\\p{L}{3,20}(?:itis|osis|aemia|emia|pathy|algia|plegia|phrenia))(?: (?:disease|condition))?`;
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
  "(?:of \\p{Lu}\\p{L}{3,16} (?:descent|origin|heritage)|half[- ]\\p{Lu}\\p{L}{3,16}|roma(?= (?:woman|man|family)))";
const union =
  "(?:member of (?:the )?\\p{Lu}\\p{L}{1,20}(?: \\p{Lu}\\p{L}{1,20}){0,2}(?: union)?(?=[,.!?;]|$| [\\p{Ll}]|['’])|shop steward(?: for (?:the )?\\p{Lu}\\p{L}{1,20})?|in der (?:ig \\p{L}{1,20}|ver\\.?di))";
const article = "(?:an? )?";

const bounded = (pattern: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_-])${pattern}(?![\\p{L}\\p{N}_])`, "giu");
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
      "itis|osis|emia|pathy|algia|plegi|phreni",
      "pregnan|expecting|enceinte|schwanger|embaraz|incinta|gravid|grávid|zwanger",
    ),
  },
  {
    pattern: bounded(
      `(?:diagnosed with|being treated for|allergic to|anaphylactic to) (?<value>\\p{L}[\\p{L}'’-]{2,20}(?: (?!(?:last|this|in|on|and|or|so|but|since|for|is|are|by|at|when|which|that|to)(?!\\p{L}))\\p{L}[\\p{L}'’-]{2,20}){0,2})`,
    ),
    parts: anyOf("diagnosed|treated|allergic|anaphylac"),
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
  const lower = text.toLowerCase();
  for (const { pattern, parts } of statements) {
    if (!parts.test(lower)) continue;
    eachMatch(pattern, text, (match) => {
      const written = match.groups?.value ?? "";
      const end = match.index + match[0].length;
      found.push({
        type: "SPECIAL",
        start: end - written.length,
        end,
        value: normaliseWords(written),
      });
    });
  }
  return found;
}
