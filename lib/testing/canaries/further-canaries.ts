import {
  firsts,
  lasts,
  line,
  numbers,
  plain,
  spaced,
  spoken,
  upper,
  worded,
  type CanaryMaker,
} from "./canaries";
import type { SeededRandom } from "../seeded-random";

/** Kinds beside those of `canaryMakers`, each with the words that people say with it. */
export const furtherMakers: readonly CanaryMaker[] = [
  (random) => worded("spoken card code", "the CVV on the back is ", spoken(random, 4)),
  (random) => worded("plate", "my licence plate is ", plate(random)),
  (random) => worded("network card", "the router's MAC address is ", pairs(random)),
  (random) => worded("coordinates", "I am at ", `52.${line(random, 6)}, 13.${line(random, 6)}`),
  (random) =>
    worded("condition", "I was diagnosed with ", random.pick(["epilepsy", "schizophrenia"])),
  (random) => worded("belief", "I am a practising ", random.pick(["Buddhist", "Catholic"])),
  (random) =>
    worded("passport", "my passport number is ", `C0${upper(random, 1)}${line(random, 6)}`),
  (random) => worded("device", "the IMEI of my phone is ", withLuhn(`35${line(random, 12)}`)),
  (random) => worded("bank account", "sort code 20-45-77, account number ", line(random, 8)),
  (random) => worded("network key", "the wifi password is ", `${random.hex(6)}-${random.hex(6)}`),
  (random) => worded("one-time code", "the verification code is ", line(random, 8)),
  (random) =>
    worded(
      "vehicle",
      "the VIN of my car is ",
      `WVWZZZ1KZ${upper(random, 2).replaceAll(/[IOQ]/g, "X")}${line(random, 6)}`,
    ),
  (random) =>
    plain(
      "wallet",
      "pay it to ",
      `bc1q${random.hex(38).replaceAll("b", "x").replaceAll("1", "q")}`,
    ),
  (random) =>
    worded(
      "user name",
      "my username is ",
      `${random.pick(firsts)}_${line(random, 4)}`.toLowerCase(),
    ),
  (random) => spaced("health number", "my NHS number is ", nhsNumber(random)),
  (random) => plain("Spanish id", "my DNI is ", dni(random)),
  (random) => plain("Polish id", "my PESEL is ", pesel(random)),
  (random) => plain("reset link", "open ", `https://x.test/reset?token=${random.hex(40)}a1`),
  (random) => plain("connection", "use ", `postgres://app:${random.hex(16)}@db.x.test/main`),
  (random) =>
    worded(
      "spoken mail",
      "write to ",
      `${random.pick(firsts)} dot ${random.pick(lasts)} at gmail dot com`.toLowerCase(),
    ),
  (random) =>
    worded("titled name", "please ask for ", `Mrs ${random.pick(firsts)} ${random.pick(lasts)}`),
  (random) =>
    worded(
      "relative",
      "this is about my daughter ",
      `${random.pick(firsts)} ${random.pick(lasts)}`,
    ),
  (random) =>
    worded(
      "driving licence",
      "my driving licence number is ",
      `${upper(random, 5).replaceAll(/\d/g, "X")}${line(random, 6)}J99AB`,
    ),
  (random) =>
    worded("insurance", "my policy number is ", `POL-${line(random, 4)}-${line(random, 4)}`),
  (random) =>
    spaced("landline", "my telephone number is ", `020 7${line(random, 3)} ${line(random, 4)}`),
];

function plate(random: SeededRandom): string {
  const letters = upper(random, 5).replaceAll(/\d/g, "K");
  return `${letters.slice(0, 2)}${line(random, 2)} ${letters.slice(2)}`;
}

function pairs(random: SeededRandom): string {
  return Array.from({ length: 6 }, () => random.hex(2)).join(":");
}

/** With the check digit of ISO/IEC 7812-1. */
function withLuhn(digits: string): string {
  const sum = Array.from(digits, Number)
    .toReversed()
    .map((digit, at) => (at % 2 === 0 ? digit * 2 - (digit > 4 ? 9 : 0) : digit))
    .reduce((total, digit) => total + digit, 0);
  return `${digits}${String((10 - (sum % 10)) % 10)}`;
}

/** With the check digit of the NHS Data Dictionary: by 11, and never ten. */
function nhsNumber(random: SeededRandom): string {
  const digits = [9, ...numbers(random, 7, 9)];
  const sum = digits.reduce((total, digit, at) => total + (10 - at) * digit, 0);
  // The ninth digit weighs two, so that one of two neighbours never leaves ten.
  const ninth = (sum + 2 * 1) % 11 === 1 ? 2 : 1;
  const all = [...digits, ninth, (11 - ((sum + 2 * ninth) % 11)) % 11].join("");
  return `${all.slice(0, 3)} ${all.slice(3, 6)} ${all.slice(6)}`;
}

function dni(random: SeededRandom): string {
  const digits = line(random, 8);
  return digits + "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Number(digits) % 23);
}

/** Somebody born on a day of October 1961. */
function pesel(random: SeededRandom): string {
  const digits = `61101${numbers(random, 1, 9).join("")}${line(random, 4)}`;
  const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits.charAt(at)), 0);
  return `${digits}${String((10 - (sum % 10)) % 10)}`;
}
