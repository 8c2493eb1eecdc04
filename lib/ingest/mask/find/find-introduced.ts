import { eachMatch } from "@/lib/learning/each-match";
import { isFunctionWord, particles } from "@/lib/learning/function-words";
import { normaliseWords } from "./find-numbers";
import type { Candidate } from "../text-masker";

/** "My name is" in other languages; English has a rule of its own. */
const named =
  "mein (?:vor|nach|voller )?name ist|ich hei(?:ß|ss)e|je m['’]appelle|mon (?:pré)?nom est|me llamo|mi nombre(?: completo)? es|(?:o )?meu nome (?:completo )?é|me chamo|chamo-me|mi chiamo|il mio nome è|mijn naam is|ik heet|jag heter|mitt namn är|jeg he(?:dd|t)er|mit navn er|navnet mitt er|nimeni on|nazywam się|mam na imię|jmenuji se|a nevem|numele meu este|mă numesc|το όνομά μου είναι|με λένε|ονομάζομαι|benim adım|меня зовут|мо[её] имя|мене зва?ти|мене звуть|اسمي(?: هو)?|إسمي|שמי|קוראים לי|نام من|اسم من|मेरा नाम|আমার নাম|என் பெயர்|tên (?:của )?tôi là|tôi tên là|nama saya(?: adalah)?|saya bernama|ang pangalan ko ay|jina langu ni|orúkọ mi ni|ชื่อ(?:ของ)?(?:ฉัน|ผม)(?:คือ)?|(?:ผม|ดิฉัน|ฉัน)ชื่อ";
/** "I am", followed by a capitalised name. */
const being =
  "[Ii]ch bin (?:(?:Herr|Frau) )?|[Hh]ier (?:ist|spricht) (?:Herr|Frau)? ?|[Jj]e suis (?:M\\.|Mme|Monsieur|Madame) |[Ss]oy |[Tt]ôi là |[Ss]ono (?:il signor|la signora) |[Mm]it freundlichen Grüßen,?\\n|[Cc]ordialement,?\\n|[Ss]aludos,?\\n|[Aa]tenciosamente,?\\n|[Aa]tentamente,?\\n|[Rr]egards,?\\n|[Ss]incerely,?\\n|[Mm]vh,? |[Mm]ed (?:vennlig hilsen|venlig hilsen|vänliga hälsningar),?[ \\n]|[Vv]enlig hilsen,?[ \\n]|[Tt]erveisin,?[ \\n]|[Yy]stävällisin terveisin,?[ \\n]|[Üü]dvözlettel,?[ \\n]|[Nn]evem |[Pp]ozdrawiam,?[ \\n]|[Ss] pozdravem,?[ \\n]|[Ss]aygılar(?:ımla)?,?[ \\n]|[Bb]en (?=\\p{Lu})|[Ss]aya (?=\\p{Lu})|[Cc]u stimă,?[ \\n]|[Mm]et vriendelijke groet(?:en)?,?[ \\n]|[Mm]et (?=\\p{Lu})|[Cc]ordiali saluti,?[ \\n]";
/** Titles and "for the attention of", before a capitalised name. */
const titled =
  "[tT]\\.n\\.v\\.|[tT]\\.a\\.v\\.|z\\. ?Hd\\.|[cC]/o|[aA]ttn\\.?:?|FAO|[cC]itofono|Herrn?|Frau|Madame|Mademoiselle|Monsieur|Mme|Mlle|[Ss]eñor(?:a|ita)?|Sra?\\.|[Dd]oña|[Ss]ignor(?:a|ina)?|Sig\\.(?:ra|na)?|[Ss]enhora?|[Mm]eneer|[Mm]evrouw|[Dd]hr\\.|[Mm]evr\\.|[Ff]ru|[Hh]err|[Pp]ani?";
/** Signatures of offices rather than persons. */
const office =
  "(?![^\\n]{0,40}(?<!\\p{L})(?:Team|Support|Services?|Customers?|Departments?|Desk|Care|Sales|Billing|Office|Gmbh|GmbH|Ltd|Inc|LLC|Company|Bank|Group|Kundenservice|Kundendienst|Equipo|Équipe)(?!\\p{L}))";
const capital = "\\p{Lu}[\\p{L}\\p{M}'’-]{1,30}";
const any = "(?!(?:ist|is|es|est|und|and|et|y|e)(?!\\p{L}))[\\p{L}\\p{M}][\\p{L}\\p{M}'’-]{0,30}";
const afterName = new RegExp(
  `(?<!\\p{L})(?:${named})[\\s:,]{0,3}(?<value>${any}(?:[ ](?:(?:van|von|der|den|de|da|do|dos|la|el|bin|al|ibn) ){0,2}(?:\\p{Lu}|[\\u0590-\\u0fff])[\\p{L}\\p{M}'’-]{0,30}){0,4})`,
  "giu",
);
const afterBeing = new RegExp(
  `(?<!\\p{L})(?:${being})${office}(?<value>${capital}(?:[ ](?:(?:van|von|der|den|de|da|do|dos) ){0,2}${capital}){1,4})`,
  "gu",
);
const afterTitle = new RegExp(
  `(?<![\\p{L}<])(?:${titled}) (?<value>(?:(?:van|von|der|den|ter|de|da|do|dos|la|los) ){0,3}${capital}(?:[ -](?:(?:van|von|der|den|de|da|do|dos|la|los) ){0,3}${capital}){0,3})`,
  "gu",
);
const mayBeTitled =
  /[tT]\.[na]\.v|Hd\.|[cC]\/o|[aA]ttn|FAO|itofono|Herr|Frau|Madame|Mademoiselle|Monsieur|Mme|Mlle|eñor|Sra?\.|oña|ignor|Sig\.|enhor|eneer|evrouw|dhr|evr\.|[Ff]ru |herr|[Pp]ani? /;
const mayBeNamed =
  /mein |hei(?:ß|ss)e|appelle|nom est|llamo|nombre|u nome|chamo|chiamo|nome è|mijn|ik heet|jag h|mitt|jeg h|mit navn|navnet|nimeni|nazywam|imię|jmenuj|nevem|numele|numesc|adım|nama saya|bernama|pangalan|jina l|orúkọ|[\u0370-\u0e7f]|tên/i;
const mayBeBeing =
  /[Mm]vh|ilsen|älsningar|erveisin|vözlettel|evem |ozdraw|ozdravem|aygılar|[Bb]en \p{Lu}|[Ss]aya \p{Lu}|stimă|[Mm]et |saluti|[Ii]ch bin|[Hh]ier (?:ist|spricht)|[Jj]e suis|[Ss]oy|[Tt]ôi là|[Ss]ono|Grüßen|ordialement|aludos|nciosamente|ntamente|egards|incerely/u;

/** Chinese, Japanese and Korean: no spaces, no capitals. */
const eastAsian =
  /(?:我叫|我的名字(?:是|叫)|我姓名(?:是)?|姓名(?:是|[:：])\s?|名前は|氏名は?[:：]?\s?|제 이름은|이름은|성함은)\s?(?<value>[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー々]{2,5}?(?=です|と申|といい|[，。、,.!！\s]|$|是|，)|[\p{Script=Han}]{2,4}|[\p{Script=Hangul}]{2,4}?(?=입니다|이에요|예요|이고|이며|[\s,.]|$))/gu;
const mayBeEastAsian = /我叫|名字|姓名|名前|氏名|이름|성함/;

/** What of some words is a name: where it begins with a capital, it ends before a word without one, but for "van". */
function nameIn(written: string): string {
  if (!/^\p{Lu}\p{Ll}/u.test(written)) return beforeFunctionWord(written);
  return (
    /^\p{Lu}[^ ]*(?: (?:(?:van|von|der|den|ter|de|da|do|dos|la|el|bin|al|ibn) ){0,3}\p{Lu}[^ ]*)*/u.exec(
      written,
    )?.[0] ?? written
  );
}

/** "WASHINGTON NÃO É …" and "washington não é …": the words before the first that is in no name. */
function beforeFunctionWord(written: string): string {
  const words = written.split(" ");
  const end = words.findIndex((word) => {
    const lower = word.toLowerCase();
    return isFunctionWord(lower, "") && !particles.has(lower);
  });
  return end < 0 ? written : words.slice(0, end).join(" ");
}

/** Finds announced names in languages other than English, and names in signatures. */
export function findIntroduced(text: string): Candidate[] {
  const found: Candidate[] = [];
  const addAll = (pattern: RegExp): void =>
    eachMatch(pattern, text, (match) => {
      const written = match.groups?.value ?? "";
      const start = match.index + match[0].length - written.length;
      const value = nameIn(written);
      if (value === "") return;
      found.push({
        type: "PERSON",
        start,
        end: start + value.length,
        value: normaliseWords(value),
      });
    });
  if (mayBeNamed.test(text)) addAll(afterName);
  if (mayBeBeing.test(text)) addAll(afterBeing);
  if (mayBeTitled.test(text)) addAll(afterTitle);
  if (mayBeEastAsian.test(text)) addAll(eastAsian);
  return found;
}
