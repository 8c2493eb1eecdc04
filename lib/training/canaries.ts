import { Faker, base, de, en, es, fr, pl } from "@faker-js/faker";
import { rowSchema, type Row, type RowMessage } from "@/lib/scoring/row";
import { piiTypes, type PiiType } from "@/lib/domain/privacy/pseudonym";

/** Values of each type, drawn by Faker (MIT). Formats are public; nobody's values. */
const makers: Readonly<Record<PiiType, (faker: Faker) => string>> = {
  CARD: ({ finance }) => finance.creditCardNumber(),
  SSN: ({ helpers, number }) =>
    helpers.fromRegExp(`${String(number.int({ min: 101, max: 665 }))}-[1-8][1-9]-[1-9]{4}`),
  IBAN: ({ finance, datatype }) => finance.iban({ formatted: datatype.boolean() }),
  EMAIL: ({ internet }) => internet.email(),
  PHONE: ({ phone }) => phone.number(),
  IP: ({ internet, datatype }) => (datatype.boolean() ? internet.ipv4() : internet.ipv6()),
  KEY: ({ internet, string, helpers }) =>
    helpers.arrayElement([
      () => internet.password({ length: 12 }),
      () => internet.password({ memorable: true }),
      () => `sk-${string.alphanumeric(32)}`,
      () => string.numeric({ length: 4, allowLeadingZeros: false }),
    ])(),
  TOKEN: ({ internet, string, datatype }) =>
    datatype.boolean() ? internet.jwt() : `ghp_${string.alphanumeric(36)}`,
  ACCOUNT: ({ finance }) => finance.accountNumber(10),
  PERSON: ({ person }) => `${person.firstName()} ${person.lastName()}`,
  ADDRESS: ({ location }) => `${location.streetAddress()}, ${location.zipCode()}`,
  BIRTH_DATE: ({ date, datatype }) => {
    const [day = ""] = date.birthdate().toISOString().split("T");
    return datatype.boolean() ? day : day.split("-").reverse().join("/");
  },
  SPECIAL: ({ helpers }) => helpers.arrayElement(conditions),
};

const conditions = [
  "asthma",
  "epilepsy",
  "arthritis",
  "anaemia",
  "type 2 diabetes",
  "multiple sclerosis",
];

/** Sentences and the key of a record for each type; `{}` is the value. */
const carriers: Readonly<
  Record<PiiType, { readonly said: readonly string[]; readonly key: string }>
> = {
  CARD: {
    said: ["Please charge {} instead.", "the card is {}", "It was paid with {} last week."],
    key: "card_number",
  },
  SSN: {
    said: ["My social is {}.", "ssn {}", "Sure, my social security number is {}, thanks."],
    key: "ssn",
  },
  IBAN: {
    said: ["Send the refund to {} please.", "iban: {}", "The money should go to {}."],
    key: "iban",
  },
  EMAIL: {
    said: ["You can write to {}.", "its {}", "The confirmation went to {}, not to me."],
    key: "email",
  },
  PHONE: {
    said: ["Call me back on {}.", "my number is {}", "My phone number changed, it is {} now."],
    key: "phone",
  },
  IP: {
    said: ["The login came from {}.", "my ip is {}", "It says that {} was blocked."],
    key: "client_ip",
  },
  KEY: {
    said: ["My password is {}.", "the pin is {}", "I typed the password {} and it failed."],
    key: "password",
  },
  TOKEN: {
    said: ["The header was Authorization: Bearer {}", "token {}", "Use the access token {} there."],
    key: "access_token",
  },
  ACCOUNT: {
    said: ["My bank account number is {}.", "account number {}", "It is for bank account {}."],
    key: "account_number",
  },
  PERSON: {
    said: ["This is {} speaking.", "my name is {}", "The order was placed by {} in May."],
    key: "customer_name",
  },
  ADDRESS: {
    said: ["I moved to {} last month.", "i live at {}", "The parcel should go to {} instead."],
    key: "address",
  },
  BIRTH_DATE: {
    said: ["I was born on {}.", "my date of birth is {}", "DOB {} if you need it."],
    key: "date_of_birth",
  },
  SPECIAL: {
    said: ["I have {} and cannot carry it.", "my son has {}", "She was diagnosed with {} in May."],
    key: "medical_condition",
  },
};

/** Values of each type. */
const canariesPerType = 50;
const seed = 20_261_123;

/**
 * Generated personal values in sentences of customers, plain and in lower case, and in records that tools return; each
 * row is labelled with the stretch that is personal. The same on every run.
 */
export function readCanaries(): readonly Row[] {
  const fakers = [en, de, fr, es, pl].map((locale, at) => {
    const faker = new Faker({ locale: [locale, en, base] });
    faker.seed(seed + at);
    faker.setDefaultRefDate("2026-11-01T00:00:00Z");
    return faker;
  });
  return piiTypes.flatMap((type) =>
    Array.from({ length: canariesPerType }, (_, at) => {
      const faker = fakers[at % 2 === 0 ? 0 : 1 + ((at >> 1) % (fakers.length - 1))];
      if (faker === undefined) throw new Error("There is no locale.");
      return rowOf(type, at, makers[type](faker));
    }),
  );
}

function rowOf(type: PiiType, at: number, value: string): Row {
  const { said, key } = carriers[type];
  const way = at % (said.length + 1);
  const [before = "", after = ""] = (said[way] ?? `{"id": 17, "${key}": "{}", "open": true}`).split(
    "{}",
  );
  const role: RowMessage["role"] = said[way] === undefined ? "tool" : "user";
  return rowSchema.parse({
    id: `${type}-${String(at)}`,
    source: "generated",
    domain: type,
    messages: [{ role, content: before + value + after }],
    label: [{ turn: 0, start: before.length, end: before.length + value.length, type }],
  });
}
