import { eachMatch } from "@/lib/learning/each-match";
import { normaliseWords } from "./find-numbers";
import type { Candidate } from "../text-masker";

const letters = "[\\p{L}'’.-]";
const name = `\\p{Lu}\\p{Ll}${letters}{0,30}`;
const link =
  "(?:de la |de l['’]|de los |de las |de |du |des |das |dos |degli |delle |del |della |dei |di |do |da |d['’]|l['’]|van |der |den )";
const town = `(?:,? (?:[A-Z]{1,2}-)?\\d{4,5}(?:-\\d{3})?(?: [A-Z]{2}(?![\\p{L}]))? ${name}(?:[ -]${link}?${name}){0,2})?`;
/** A flat or a floor. */
const inside =
  "(?:, ?(?:ap(?:to?|artamento)?|andar|bloco|casa|esc(?:alera)?|piso|puerta|int(?:erno)?|scala|bus|app(?:t|artement)?|étage|wohnung|whg)\\.? ?[\\p{N}\\p{Lu}]{1,4}(?![\\p{L}\\p{N}])){0,2}";

/** Street address formats, each with a cheap pre-check. */
const streets: readonly (readonly [mayBe: RegExp, pattern: RegExp])[] = [
  // German, Dutch, Scandinavian: street type at the end of the name, then the number.
  pair(
    / \d(?<=(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|damm|ufer|straat|laan|gracht|plein|kade|dijk|gatan?|vägen|veien|vej|gade|katu|tie) \d)/,
    `\\p{Lu}\\p{Ll}${letters}{1,30}(?:stra(?:ß|ss)e|str\\.|weg|platz|allee|gasse|damm|ufer|straat|laan|gracht|plein|kade|dijk|gatan?|vägen|veien|vej|gade|katu|tie) \\d{1,4} ?[a-zA-Z]?(?![\\p{L}\\p{N}])${town}`,
  ),
  pair(
    /\d[a-z]?,? \d{5} \p{Lu}/u,
    `(?:Am|An der|Auf der|Im|In der|Zum|Zur|Unter den) ${name} \\d{1,4}[a-z]?,? \\d{5} ${name}`,
  ),
  // Any street, where a postcode and a town follow.
  pair(
    /\d[a-zA-Z]?(?:\/\d+)*,? ?\n? ?\d{4,5}(?: [A-Z]{2})? \p{Lu}/u,
    `(?:${name}[ -]){1,3}\\d{1,4} ?[a-zA-Z]?(?:/\\d{1,4}){0,2}(?:,|,? ?\\n) ?(?:[A-Z]{1,2}-)?\\d{4,5}(?: [A-Z]{2}(?![\\p{L}]))? ${name}`,
  ),
  pair(
    / \d(?<=(?:Stra(?:ß|ss)e|Str\.|Allee|Gasse) \d)/,
    `${name} (?:Stra(?:ß|ss)e|Str\\.|Allee|Gasse) \\d{1,4}[a-z]?${town}`,
  ),
  // French: the number first.
  pair(
    /\d(?: ?bis| ?ter)?,? (?:rue|avenue|av\.|boulevard|bd|impasse|allée|chemin|place|quai|cours|route|square|passage) /,
    `\\d{1,4}(?: ?bis| ?ter)?,? (?:rue|avenue|av\\.|boulevard|bd|impasse|allée|chemin|place|quai|cours|route|square|passage) ${link}{0,2}${name}(?:[ -]${link}{0,1}${name}){0,3}${town}`,
  ),
  // Spanish, Portuguese, Italian, Polish: the number last.
  pair(
    /[Cc]alle |C\/|venida |v(?:da?)?\.|laza |aseo |arrera |Cra|[Rr]ua |ravessa |lameda |raça |[Vv]ia |[Vv]iale |iazza |orso |[Uu]l\.|[Uu]lica /,
    `(?:[Cc]alle|C/|[Aa]venida|[Aa]v(?:da?)?\\.|[Pp]laza|[Pp]aseo|[Cc]arrera|Cra\\.?|[Rr]ua|[Tt]ravessa|[Aa]lameda|[Pp]raça|[Vv]ia|[Vv]iale|[Pp]iazza|[Cc]orso|[Uu]l\\.|[Uu]lica) ?${link}{0,2}${name}(?: ${link}{0,1}${name}){0,3},? ?(?:n[°º.]? ?|# ?)?\\d{1,4}(?:[ -]?[a-zA-Z]|/\\d{1,4})?(?![\\p{L}\\p{N}]|[-.]\\d)(?:, ?\\d{1,2}[.º°ª]{1,2} ?(?:\\p{Lu}(?!\\p{L}))?)?${inside}${town}(?:, ?[A-Z]\\d{4}(?![\\p{L}\\p{N}]))?`,
  ),
  // Russian.
  pair(
    /ул\.|улица|проспект|пр-т|переулок/,
    `(?:ул\\.|улица|проспект|пр-т|переулок) ?${name}(?: ${name}){0,2},? (?:д\\.? ?|дом )?\\d{1,4}[а-я]?(?:,? (?:кв\\.? ?|квартира )\\d{1,4})?`,
  ),
];

function pair(mayBe: RegExp, pattern: string): readonly [RegExp, RegExp] {
  return [mayBe, new RegExp(`(?<![\\p{L}\\p{N}#/-])(?:${pattern})`, "gu")];
}

/** India: house number, comma-separated lines, six-digit PIN code. */
const indian =
  /(?<![\p{L}])(?:H\.? ?No\.?|House No\.?|Flat(?: No\.?)?|Plot(?: No\.?)?|Door No\.?|D\.No\.?|Shop No\.?)[ :#]{0,2}[\w/-]{1,12}(?:, ?[\p{L}\p{N} .'’/()-]{2,40}){1,6}?[ ,-]{1,3}\d{3} ?\d{3}(?!\d)/giu;
const mayBeIndian = /no\.? ?[:#]?\d|(?:flat|plot|shop)(?: no)?\.? ?#?\w/i;
/** China, Japan, Korea: street and number. */
const eastern =
  /(?:\p{Script=Han}{2,8}[省市州縣县区區]){0,3}\p{Script=Han}{1,8}(?:路|街|道|巷|弄|大道|胡同)\d{1,5}(?:号|號)(?:[\p{Script=Han}\dA-Za-z-]{0,12}(?:室|楼|樓|层|单元|座|栋)){0,3}|(?:東京都|北海道|(?:大阪|京都)府|\p{Script=Han}{2,3}県)\p{Script=Han}{1,8}[市区郡町村]\p{Script=Han}{1,12}\d{1,4}(?:-|丁目)\d{1,4}(?:(?:-|番地?)\d{1,4})?|\p{Script=Hangul}{1,8}(?:로|길) ?\d{1,4}(?:번길 ?\d{1,4})?(?:-\d{1,4})?(?=[ ,.\p{Script=Hangul}]|$)/gu;
const mayBeEastern = /[路街道巷弄同]\d|[都道府県]\p{Script=Han}|[로길] ?\d/u;

/** Where somebody is: degrees with four decimals or more, or in minutes and seconds (ISO 6709). */
const coordinates =
  /(?<![\p{L}\p{N}.,])-?\d{1,2}\.\d{4,9}°? ?[NS]?\s?[,;/]?\s?-?\d{1,3}\.\d{4,9}°?(?: ?[EWO](?!\p{L}))?(?![\p{L}\p{N}])|\d{1,2}° ?\d{1,2}['’′] ?(?:\d{1,2}(?:\.\d+)?["”″]? ?)?[NS],? ?\d{1,3}° ?\d{1,2}['’′] ?(?:\d{1,2}(?:\.\d+)?["”″]? ?)?[EWO](?!\p{L})/gu;
const mayBeCoordinates = /\d\.\d{4}|\d° ?\d/;

/** Finds addresses with a house number in non-English formats, and coordinates. */
export function findAddresses(text: string): Candidate[] {
  const found: Candidate[] = [];
  if (!/\d/.test(text)) return found;
  const add = (pattern: RegExp): void =>
    eachMatch(pattern, text, ({ 0: written, index }) => {
      const end = index + written.length;
      found.push({ type: "ADDRESS", start: index, end, value: normaliseWords(written) });
    });
  for (const [mayBe, pattern] of streets) if (mayBe.test(text)) add(pattern);
  if (mayBeCoordinates.test(text)) add(coordinates);
  if (mayBeIndian.test(text)) add(indian);
  if (mayBeEastern.test(text)) add(eastern);
  return found;
}
