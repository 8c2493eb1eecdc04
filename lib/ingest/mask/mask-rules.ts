import type { PiiType } from "@/lib/domain/privacy/pseudonym";
import { normaliseIp } from "./numbers/normalise-ip";
import { normalisePhone } from "./numbers/normalise-phone";
import type { TextTraits } from "./scan-text";

/** Position of a matched value. */
export type Place = { readonly text: string; readonly start: number; readonly end: number };

/** A pattern of personal data. The value is the group `value`, or else the whole match, at its end. */
export type MaskRule = {
  readonly type: PiiType;
  /** False if the text cannot hold such a value; then the pattern is skipped. */
  readonly pretest: (traits: TextTraits, text: string) => boolean;
  readonly pattern: RegExp;
  /** The canonical form that is hashed, or null if it is no such value. */
  readonly normalise: (value: string, place: Place) => string | null;
};

const asIs = (value: string): string => value;
const digitsOf = (value: string): string => value.replace(/\D/g, "");

/** Earlier rules take precedence for the same stretch. */
export const maskRules: readonly MaskRule[] = [
  {
    type: "KEY", // a private key in PEM, cut off or whole
    pretest: (_, text) => text.includes("PRIVATE KEY-----"),
    pattern:
      /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY-----(?:[^-]|-(?!----))*(?:-----END [A-Z0-9 ]{0,30}-----)?/g,
    normalise: (value) => value.replace(/\s+/g, ""),
  },
  {
    type: "TOKEN", // a JSON web token
    pretest: (traits) => traits.tokenRun >= 20,
    pattern: /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)*/g,
    normalise: asIs,
  },
  {
    type: "KEY", // an AWS access key's id, which need not have a digit in it
    pretest: (_, text) => text.includes("AKIA") || text.includes("ASIA"),
    pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA)[0-9A-Z]{16}(?![A-Za-z0-9])/g,
    normalise: asIs,
  },
  {
    type: "KEY", // keys whose issuers gave them a prefix
    pretest: (traits) => traits.tokenRun >= 16,
    pattern:
      /(?<![A-Za-z0-9])(?:(?:ABIA|ACCA)[0-9A-Z]{16}|(?:sk|pk|rk|fsk)_(?:live|test)_\w{8,}|(?:sk|pk|gsk|key|rnd|lin_api|pat)[-_](?!test-|live-)[\w-]{16,}|sk-[\w-]{16,}|gh[oprsu]_\w{16,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[a-z]-[\w-]{8,}|xapp-[\w-]{8,}|AIza[\w-]{30,}|ya29\.[\w-]{16,}|GOCSPX-[\w-]{16,}|SG\.[\w-]{16,}\.[\w-]{16,}|SK[0-9a-f]{32}|npm_\w{20,}|pypi-[\w-]{16,}|hf_\w{16,}|r8_\w{16,}|whsec_\w{16,}|lsv2_\w{16,}|shpat_\w{16,}|dop_v1_\w{16,}|AGE-SECRET-KEY-\w{16,})(?![A-Za-z0-9])/g,
    normalise: (value) => (isRandom(value.replace(/^[A-Za-z]+[-_]/, "")) ? value : null),
  },
  {
    type: "TOKEN", // credentials after their scheme, in a header or in words
    pretest: (traits, text) => traits.tokenRun >= 8 || /bearer|basic/i.test(text),
    pattern: /(?<!\w)(?:bearer|basic)\s{1,3}(?<value>[\w.~+/=-]{8,})/gi,
    normalise: (value) => (isRandom(value) ? trimEnd(value) : null),
  },
  {
    type: "TOKEN", // user:password@ in a URL
    pretest: (traits) => traits.at && traits.assigns,
    pattern: /(?<=:\/\/)(?<value>[^\s/?#"'<>@:]*:[^\s/?#"'<>]*)(?=@)/g,
    normalise: asIs,
  },
  {
    type: "EMAIL",
    pretest: (traits) => traits.at,
    pattern:
      /[\p{L}\p{N}_][\p{L}\p{N}._+'~-]{0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}(?:\p{L}{2,24}|xn--[a-z0-9-]{2,30})(?![\p{L}\p{N}])/gu,
    normalise: (value, place) => (isFileOrUserinfo(value, place) ? null : normaliseEmail(value)),
  },
  {
    type: "EMAIL", // as people dictate it
    pretest: (_, text) => /\bdot\b/i.test(text),
    pattern:
      /(?<![\w.])(?<value>[\w.+-]{1,40}(?:\s(?:dot|underscore|dash)\s[\w+-]{1,40}){0,3}\s?[([]?\s?\bat\b\s?[)\]]?\s?[\w-]{1,40}(?:\s?[([]?\s?\bdot\b\s?[)\]]?\s?[a-z]{2,12}){1,3})(?!\w)/gi,
    normalise: (value) => undictate(value),
  },
  {
    type: "SSN",
    pretest: (traits) => traits.digits >= 9,
    pattern:
      /(?<![\w+-]|\d\.)(?:\d{3}([-\u2010-\u2015])\d{2}\1\d{4}|(?<!\d )\d{3} \d{2} \d{4})(?!\w|[-.]\w)/g,
    normalise: (value) => (isSsn(digitsOf(value)) ? digitsOf(value) : null),
  },
  {
    type: "PHONE", // with its country: +44 20 7946 0958, 0044 20 7946 0958
    pretest: (traits) => traits.digits >= 8,
    pattern:
      /(?<![\w+)\]]|\d[.,])(?:\+1(?:[ \u00A0]?[().\-\u2010-\u2015/]?[ \u00A0(]?\d){10}|(?:\+(?:\([1-9]\d{0,2}\)|[1-9])|00[1-9]\d{0,2}(?=[ .-]))(?:[ \u00A0]?[().\-\u2010-\u2015/]?[ \u00A0(]?\d){5,13}\d)(?!\d)/g,
    normalise: (value) => normalisePhone(value),
  },
  {
    type: "PHONE", // North American: (415) 555-0100, 415-555-0100, 1.415.555.0100
    pretest: (traits) => traits.digits >= 10,
    pattern:
      /(?<![\w-]|\d\.)(?:1[ \u00A0.\-\u2010-\u2015]?)?(?:\(\d{3}\)[ \u00A0]?|\d{3}[ \u00A0.\-+\u2010-\u2015])\d{3}[ \u00A0.\-+\u2010-\u2015]\d{4}(?!\w|[-.]\d)/g,
    normalise: (value) => (isNorthAmerican(value) ? normalisePhone(value) : null),
  },
  {
    type: "PHONE", // national with a leading zero: 020 7946 0958, 0171/1234567, 01 23 45 67 89
    pretest: (traits) => traits.digits >= 9,
    pattern: /(?<![\w.+-]|\d[ .\-/:])\(?0[1-9]\d{0,4}\)?(?:[ \-/]\d{2,8}){1,5}(?!\w|[-/.:]\d)/g,
    normalise: (value) => (isNational(value) ? normalisePhone(value) : null),
  },
  {
    type: "IP",
    pretest: (traits) => traits.digits >= 4,
    pattern: /(?<![\w-]|\d\.)\d{1,3}(?:\.\d{1,3}){3}(?!\w|\.\d|-\w)/g,
    normalise: (value, place) => (isVersion(place) ? null : normaliseIp(value)),
  },
  {
    type: "IP",
    pretest: (traits) => traits.colons,
    pattern:
      /(?<![\w:.])(?:[0-9A-Fa-f]{0,4}:){2,7}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9A-Fa-f]{1,4})?(?![\w:]|\.\w)/g,
    normalise: (value) => (/\d/.test(value) ? normaliseIp(value) : null),
  },
];

/** Lower case only; the local part is the host's to interpret. */
function normaliseEmail(value: string): string {
  return value.toLowerCase();
}

const fileEnding = /\.(?:png|jpe?g|gif|svg|webp|css|js|ts|json|tgz|zip|py|so)$/i;

function isFileOrUserinfo(value: string, place: Place): boolean {
  if (fileEnding.test(value)) return true;
  const before = place.text.slice(Math.max(0, place.start - 80), place.start);
  return /:\/\/[^\s/]*:[^\s/]*$/.test(before);
}

function undictate(value: string): string | null {
  const written = value
    .toLowerCase()
    .replace(/\s?[([]?\s?\bdot\b\s?[)\]]?\s?/g, ".")
    .replace(/\s?[([]?\s?\bat\b\s?[)\]]?\s?/, "@")
    .replace(/\sunderscore\s/g, "_")
    .replace(/\sdash\s/g, "-");
  return /^[\w.+-]+@[\w-]+(?:\.[a-z]{2,12})+$/.test(written) ? written : null;
}

/** Social Security Administration: no area 000, 666 or 9xx, no group 00, no serial 0000; IRS: ITINs from 900. */
function isSsn(digits: string): boolean {
  const area = digits.slice(0, 3);
  const group = Number(digits.slice(3, 5));
  if (area === "000" || area === "666" || group === 0 || digits.endsWith("0000")) return false;
  return !area.startsWith("9") || (group >= 50 && group !== 89 && group !== 93);
}

/** Spaces and dots also separate lists of numbers: then area and exchange must be valid. */
function isNorthAmerican(value: string): boolean {
  if (/[()]|\d[-\u2010-\u2015]\d{3}[-\u2010-\u2015]\d/.test(value)) return true;
  return /^1?[2-9]\d{2}[2-9]\d{6}$/.test(digitsOf(value));
}

function isNational(value: string): boolean {
  if (/^\d{1,2}[-/]\d{1,2}[-/]\d{4}/.test(value)) return false;
  const count = digitsOf(value).length;
  return count >= (value.includes("-") ? 10 : 9) && count <= 12;
}

/** Dotted numbers after a version word, a product name and a slash, or a section sign are no IP addresses. */
function isVersion(place: Place): boolean {
  const before = place.text.slice(Math.max(0, place.start - 30), place.start);
  return (
    /(?:\b(?:v|ver|version|release|build|section|chapter|clause)\b|§)[\s.:=#"']{0,4}$/i.test(
      before,
    ) || /(?:^|[\s(;,])[A-Za-z][\w.-]*\/$/.test(before)
  );
}

/** Words are all letters, at most capitalised; keys have digits, signs, or inner capitals. */
export function isRandom(value: string): boolean {
  return /\d|[a-z][A-Z]|[=~+]/.test(value) || value.length >= 24;
}

function trimEnd(value: string): string {
  return value.replace(/(?<![.])[.]+$/, "");
}
