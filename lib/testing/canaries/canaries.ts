import type { SeededRandom } from "../seeded-random";

/** A generated personal value that must not be found anywhere afterwards. */
export type Canary = {
  readonly kind: string;
  /** Its form in a sentence. */
  readonly said: string;
  /** Whether the value alone is recognisable; others need context words. */
  readonly isKnownByShape: boolean;
  /** What must not be found: the value, also without separators. */
  readonly traces: readonly string[];
};

export type CanaryMaker = (random: SeededRandom) => Canary;

/** One generator per kind of masked personal data. */
export const canaryMakers: readonly CanaryMaker[] = [
  (random) => plain("email", "my address is ", `canary.${random.hex(8)}@mail-${random.hex(4)}.org`),
  (random) => spaced("phone", "call me at ", `+1 415 ${line(random, 3)} ${line(random, 4)}`),
  (random) => spaced("card", "my card is ", cardNumber(random)),
  (random) =>
    spaced("ssn", "my SSN is ", `5${line(random, 2)}-4${line(random, 1)}-3${line(random, 3)}`),
  (random) => plain("iban", "transfer it to ", iban(random)),
  (random) => plain("ip", "from ", [81, ...numbers(random, 3, 250)].join(".")),
  (random) => plain("openai key", "api key ", `sk-proj-${random.hex(40)}`),
  (random) => plain("aws key", "key ", `AKIA${upper(random, 16)}`),
  (random) => plain("github token", "use ", `ghp_${random.hex(36)}`),
  (random) => plain("jwt", "token ", jwt(random)),
  (random) => plain("bearer", "Authorization: Bearer ", random.hex(40)),
  (random) => plain("account", "my bank account number is ", `4${line(random, 9)}`),
  (random) => worded("name", "my name is ", `${random.pick(firsts)} ${random.pick(lasts)}`),
  (random) =>
    worded(
      "lower name",
      "my name is ",
      `${random.pick(firsts)} ${random.pick(lasts)}`.toLowerCase(),
    ),
  (random) => worded("address", "i live at ", `${line(random, 4)} ${random.pick(streets)}`),
  (random) =>
    worded(
      "password",
      "my password is ",
      `${random.pick(lasts)}${random.pick(firsts)}`.toLowerCase(),
    ),
  (random) => worded("spoken phone", "my phone number is ", spoken(random, 10)),
  (random) => worded("spoken pin", "my pin is ", spoken(random, 5)),
  (random) =>
    worded(
      "birth date",
      "my date of birth is ",
      `19${line(random, 2)}-0${line(random, 1)}-1${line(random, 1)}`,
    ),
];

/** One generator per kind that only the preceding question makes recognisable. */
export const answerMakers: readonly { readonly question: string; readonly make: CanaryMaker }[] = [
  {
    question: "What is your PIN?",
    make: (random) => worded("answered pin", "", numbers(random, 5, 9).join(" ")),
  },
  {
    question: "Could you tell me the security code?",
    make: (random) => worded("answered code", "sure, it's ", spoken(random, 4)),
  },
  {
    question: "And what is your password?",
    make: (random) =>
      worded("answered password", "", `${random.pick(lasts)} ${random.pick(firsts)}`.toLowerCase()),
  },
  {
    question: "May I have your name?",
    make: (random) =>
      worded("answered name", "", Array.from(random.pick(firsts).toLowerCase()).join(" ")),
  },
  {
    question: "What is your address?",
    make: (random) =>
      worded("answered address", "", `${line(random, 4)} ${random.pick(streets)}`.toLowerCase()),
  },
  {
    question: "What is your date of birth?",
    make: (random) =>
      worded(
        "answered birth date",
        "",
        `${line(random, 1)} 1${line(random, 1)} 19${line(random, 2)}`,
      ),
  },
];

export const firsts =
  "Anjali Tobias Kwame Ingrid Mateo Priya Siobhan Declan Yusuf Camille Hiroshi Oksana".split(" ");
export const lasts =
  "Lindqvist Okafor Venkatesan Delacroix Petrov Castellanos Nakamura Whitfield Brennan Osei Kowalczyk Haddad".split(
    " ",
  );
const streets = ["Elm Street", "Maple Avenue", "Willow Lane", "Birch Road", "Highland Drive"];
const digitWords = "zero one two three four five six seven eight nine".split(" ");

/** Recognisable by the words before it. */
export function worded(kind: string, before: string, value: string): Canary {
  return { kind, said: before + value, isKnownByShape: false, traces: [value] };
}

export function spoken(random: SeededRandom, digits: number): string {
  return numbers(random, digits, 9)
    .map((digit) => digitWords[digit] ?? "")
    .join(" ");
}

export function plain(kind: string, before: string, value: string): Canary {
  const isKnownByShape = kind !== "bearer" && kind !== "account";
  return { kind, said: before + value, isKnownByShape, traces: [value] };
}

export function spaced(kind: string, before: string, value: string): Canary {
  const traces = [value, value.replace(/\D/g, "")];
  return { kind, said: before + value, isKnownByShape: true, traces };
}

export function line(random: SeededRandom, digits: number): string {
  return numbers(random, digits, 9).join("");
}

export function numbers(random: SeededRandom, count: number, most: number): number[] {
  return Array.from({ length: count }, () => 1 + random.below(most));
}

export function upper(random: SeededRandom, length: number): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  return Array.from({ length }, () => letters.charAt(random.below(letters.length))).join("");
}

/** A Visa test number with a valid check digit (ISO/IEC 7812-1, Luhn). */
function cardNumber(random: SeededRandom): string {
  const digits = [4, ...numbers(random, 14, 9)];
  const sum = digits
    .toReversed()
    .map((digit, index) => (index % 2 === 0 ? double(digit) : digit))
    .reduce((total, digit) => total + digit, 0);
  const all = [...digits, (10 - (sum % 10)) % 10].join("");
  return all.replace(/(\d{4})(?=\d)/g, "$1 ");
}

function double(digit: number): number {
  return digit > 4 ? digit * 2 - 9 : digit * 2;
}

/** A German IBAN with valid check digits (ISO 13616). */
function iban(random: SeededRandom): string {
  const account = line(random, 18);
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${String(check).padStart(2, "0")}${account}`;
}

function jwt(random: SeededRandom): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return [part({ alg: "HS256" }), part({ sub: random.hex(12) }), random.hex(43)].join(".");
}
