import { goods } from "../announced/announced";
import { eachMatch } from "@/lib/learning/each-match";
import type { Candidate } from "../text-masker";

const word =
  "(?:codes?|otps?|pins?|passcodes?|one[- ]time password|código|codigo|kode|koda|код|رمز|कोड)";
const eastern = "验证码|驗證碼|校验码|認証コード|인증 ?번호";
/** Four to eight digits, also in two groups, or after a letter as in "G-482913". */
const digits =
  "(?<value>(?:[A-Z]-)?(?:\\d{3}[ -]\\d{3}|\\d{2} \\d{2} \\d{2}|\\d{4,8}))(?![\\p{L}\\p{N}_]|[.,:/-]\\d|\\s?[%°])";
/** "the code I got is 482913", "your code: 482913", "code 482913". */
const after = new RegExp(
  `(?:(?<![\\p{L}\\p{N}_-])${word}(?![\\p{L}_-])(?:\\s{1,2}["'“(]?|[^\\p{N}\\n.!?;<>]{0,40}?(?:(?<!\\p{L})(?:is|was|are|says?|said|reads?|ist|lautet|est|es|é|è|been|got|received|sent|gave|entered|this|following)(?!\\p{L})|[:=#"'：])\\s{0,2}["'“(]?)|(?:${eastern})[^\\p{N}\\n。]{0,10})${digits}`,
  "giu",
);
/** "482913 is the code", "482913 as my code". */
const before = new RegExp(
  `(?<![\\p{L}\\p{N}_$€£#.,:/-])(?=[\\d -]{4,9}\\s(?:is|was|as)\\s(?:the|my|your)\\s(?:\\p{L}{2,15}\\s){0,2}(?:code|otp|passcode|pin)(?![\\p{L}]))(?:\\d{3}[ -]\\d{3}|\\d{4,8})(?!\\d)`,
  "giu",
);
const mayBe =
  /code|otp|\bpins?\b|passcode|one[- ]time|código|codigo|kod|验证码|驗證碼|校验码|コード|인증|код|رمز|कोड/i;
/** Other things called codes: postal codes, product and price codes, error codes. */
const other =
  /(?:zip|postal|post|area|country|dial(?:ing|ling)?|calling|promo(?:tion(?:al)?)?|discount|coupon|voucher|referral|gift|error|status|exit|response|return|reason|http|product|item|booking|reservation|confirmation|reference|order|tracking|case|ticket|qr|bar|source|dress|color|colour|airport|airline|flight|currency|sort|bank|swift|iata|class|fare|rate|model|part|state|branch|city|region|store|stock|style|tax|hs|naics|sic|cpt|icd|diagnosis|procedure|billing|plan|group|department|cost|project|building|fault|trouble|diagnostic|key|lot|batch|time|language|unit|menu|table|locker|stop|train|bus|agent|dealer|vendor|supplier|customer|member|school|course|zipcode|pin)[ _-]?$/i;
const reach = 24;
const ofGoods = new RegExp(`(?<!\\p{L})${goods}`, "iu");

/** Finds one-time codes and PINs named by context words. */
export function findCodes(text: string): Candidate[] {
  const found: Candidate[] = [];
  if (!mayBe.test(text)) return found;
  const add = (start: number, written: string): void => {
    const value = written.replace(/[ -]/g, "").toUpperCase();
    found.push({ type: "TOKEN", start, end: start + written.length, value });
  };
  eachMatch(after, text, (match) => {
    if (other.test(text.slice(Math.max(0, match.index - reach), match.index))) return;
    const written = match.groups?.value ?? "";
    if (ofGoods.test(match[0].slice(0, -written.length))) return;
    add(match.index + match[0].length - written.length, written);
  });
  eachMatch(before, text, ({ 0: written, index }) => add(index, written));
  return found;
}
