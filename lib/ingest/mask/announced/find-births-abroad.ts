import { eachMatch } from "@/lib/learning/each-match";
import { normaliseWords } from "../find/find-numbers";
import { numeral, saidNumber } from "../numbers/said-numerals";
import type { Candidate } from "../text-masker";

const month =
  "(?:jan(?:uar|vier|uari|eiro)?|jänner|enero|gennaio|feb(?:ruar|ruari)?|févr(?:ier)?|febrero|febbraio|fevereiro|märz|mars|marzo|março|maart|apr(?:il|ile)?|avril|abril|mai|mayo|maggio|maio|mei|juni?|juin|junio|giugno|junho|juli?|juillet|julio|luglio|julho|aug(?:ust|ustus)?|août|agosto|sept?(?:ember|embre|iembre|embro)?|settembre|setembro|o[kc]t(?:ober|obre|ubre)?|ottobre|outubro|nov(?:ember|embre|iembre|embro)?|novembre|de[zc](?:ember|iembre|embro)?|décembre|dicembre|diciembre)(?!\\p{L})(?:\\.(?= ?\\d))?";
/** "vierten", "eenentwintigste", "premier": days by their order, else by their number. */
const day = `(?:\\d{1,2}(?:\\.|er|º|ª|°)?|${numeral}|\\p{L}{2,16}(?:ste[nr]?|te[nr]?|de)|premier|primero?|primo|primeiro)`;
const said = `${day}(?: (?:de|do|del|d['’]|van))? ?${month}(?:,? (?:de |del |d['’]|von )?(?:\\d{4}|['’]\\d{2}|${saidNumber}))?`;
const written =
  "\\d{1,4}[./-]\\s?\\d{1,2}[./-]\\s?\\d{1,4}|\\d{1,2}\\.? (?:de |d['’])?\\p{L}{3,12}\\.? (?:de )?\\d{2,4}|\\d{4}年\\s?\\d{1,2}月\\s?\\d{1,2}日|\\d{4}년 ?\\d{1,2}월 ?\\d{1,2}일|\\d{8}(?!\\d)";
const date = `(?<value>${written}|${said})`;
const birthday =
  "geburtstag(?: ist)?(?: am)?|anniversaire(?: est)?(?: le)?|cumpleaños(?: es)?(?: el)?|cumplo años el|compleanno(?: è)?(?: il)?|aniversário(?: é)?(?: em| no dia)?|faço anos (?:em|a|no dia)|verjaardag(?: is)?(?: op)?";
/** "Born on" and "date of birth" in other languages. */
const born = new RegExp(
  `(?:(?<!\\p{L})(?:geboren(?: am)?|geb\\.|geb\\.?-?dat(?:um)?\\.?|geburtsdatum|geburtstag|née? (?:le|un)|date de naiss(?:ance|\\.)?|nacid[oa] el|nací (?:el|un)|f(?:echa|\\.) (?:de )?nac(?:imiento|\\.)?|nasci(?:d[oa])?(?: em| a| no dia)?|data de nasc(?:imento|\\.)?|nat[oa] (?:il|l['’])|data di nascita|geboorte ?datum|geboren op|föd(?:d|elsedatum)|fødselsdato|født|syntymäaika|data urodzenia|urodz(?:ony|ona|iłem|iłam)(?: się)?|datum narození|дата рождения|родил(?:ся|ась)|дата народження|doğum tarihi(?:m)?|tanggal lahir|ngày sinh|sinh ngày|تاريخ الميلاد|जम तिथि|जन्म ?(?:तिथि|तारीख)?|(?:mein|mon|mi|mio|meu|mijn) (?:${birthday})|cumplo años el)|出生日期|出生于|生年月日|생년월일)(?:[^\\p{L}\\p{N}\\n.!?]{1,4}(?:ist|est|es|é|è|is|war|era|am|le|el|il|op|em|o|a|dia)(?!\\p{L})){0,2}[^\\p{L}\\p{N}\\n.!?]{0,6}(?:[^\\p{N}\\n.!?]{0,15}(?=\\d))?${date}(?!\\p{L})`,
  "giu",
);
/** "am 4. Mai 1970 geboren" */
const bornAfter = new RegExp(
  `(?<!\\p{L})(?:am|op|le|el|il|em|on)(?: dem)? ${date} (?:geboren|né[es]?|nacid[oa]|nat[oa]|nascid[oa])(?!\\p{L})`,
  "giu",
);
const mayBeBorn =
  /geb|naiss|née? |nac|nasc|nat[oa] |föd|fød|synty|urod|naroz|рожден|родил|народж|doğum|lahir|sinh|الميلاد|जन्म|出生|生年月日|생년월일|anniversaire|cumple|complea|aniversário|anos |años|verjaardag/i;
const mayBeAfter = / (?:geboren|né|nacid|nat|nascid)/i;

/** Finds announced birth dates in languages other than English, in digits and in words. */
export function findBirthsAbroad(text: string): Candidate[] {
  if (!mayBeBorn.test(text)) return [];
  const found: Candidate[] = [];
  const add = (pattern: RegExp): void =>
    eachMatch(pattern, text, (match) => {
      const said = match.groups?.value ?? "";
      const start = match.index + match[0].lastIndexOf(said);
      const end = start + said.length;
      found.push({ type: "BIRTH_DATE", start, end, value: normaliseWords(said) });
    });
  add(born);
  if (mayBeAfter.test(text)) add(bornAfter);
  return found;
}
