import { normalisePhone } from "./normalise-phone";
import type { Candidate } from "../text-masker";

/**
 * Words in a key that make its value a reference, time, amount or measure, or an identity: ten
 * digits under them are not a phone number.
 */
const named = new Set(
  (
    "id ids uid uuid guid key keys hash digest checksum etag nonce seed ref refs reference references " +
    "order orders item items product products sku skus asin upc ean gtin isbn variant variants model serial " +
    "reservation booking confirmation ticket tickets case cases session sessions trace span run thread " +
    "conversation message_id parent child request batch job task event invoice payment transaction txn receipt " +
    "shipment tracking parcel flight seat part lot time times timestamp timestamps ts at date dates created " +
    "updated expires expiry exp iat nbf start end started ended begin since until day month year epoch ns us ms " +
    "s sec secs seconds millis micros nanos duration latency elapsed uptime count counts total sum size sizes " +
    "bytes length len offset position index page limit rank score usage used free memory heap rss cpu disk tokens " +
    "token cost price amount balance fee tax rate quantity qty weight height width depth version build revision " +
    "release commit sha md5 crc port pid ppid tid thread_id address status code codes color colour user users " +
    "customer customers client account accounts member tenant org organization company team agent owner max min " +
    "avg mean median p50 p90 p95 p99 number numbers no nr num"
  ).split(" "),
);
const wordsMax = 6;

/** A name of a thing, as in a catalogue's `"Action Camera": "3377618313"`, rather than of an attribute. */
const isEntry = /^\p{Lu}|\s/u;

/** Digits alone: ten or eleven like a dialled phone number, or nine like a social security number. */
const shaped = /^\s{0,2}\+?\d{9,12}\s{0,2}$/;
const northAmerican = /^1?[2-9](?!11)\d{2}[2-9](?!11)\d{6}$/;
const withZero = /^0[1-9]\d{8,9}$/;
const chinese = /^1[3-9]\d{9}$/;
const brazilian = /^[1-9]{2}9\d{8}$/;
const indian = /^(?:91)?[6-9]\d{9}$/;
const security = /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/;

/** Cheap pre-check for a text of digits only. */
export function isBareNumber(text: string): boolean {
  return text.length >= 9 && text.length <= 15 && shaped.test(text);
}

/**
 * Classifies a text of digits only as a phone or social security number, unless its key names a
 * reference, an amount or a time.
 * @returns null if it is not personal
 */
export function readBareNumber(text: string, key: string): Candidate | null {
  if (isEntry.test(key)) return null;
  const words = key
    .slice(-80)
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && !/^\d+$/.test(word))
    .slice(-wordsMax);
  if (words.some((word) => named.has(word))) return null;
  const digits = text.replace(/\D/g, "");
  const start = text.search(/\S/);
  const end = text.trimEnd().length;
  if (security.test(digits)) return { type: "SSN", start, end, value: digits };
  const isPhone = [northAmerican, withZero, chinese, brazilian, indian].some((form) =>
    form.test(digits),
  );
  return isPhone ? { type: "PHONE", start, end, value: normalisePhone(digits) } : null;
}
