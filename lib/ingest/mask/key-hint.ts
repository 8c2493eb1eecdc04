import { furtherEndings, type NumberHint } from "./announced/key-endings";

/**
 * What the name of an attribute, JSON key, header or query parameter implies for its value: a type
 * of number (its digits are masked whatever their shape), a name, address or birth date, a secret
 * (the whole value is masked), or a version (dotted numbers in it are no IP address).
 */
export type KeyHint = NumberHint | "KEY" | "TOKEN" | "version";

/** Last words of a key, longest first within a row; plurals such as `max_tokens` are counts and not listed. */
const endings: readonly (readonly [KeyHint, readonly string[]])[] = [
  [
    "TOKEN",
    [
      "authorization",
      "proxy_authorization",
      "x_authorization",
      "cookie",
      "cookies",
      "set_cookie",
      "token",
      "jwt",
      "bearer",
      "session_key",
      "session_cookie",
      "sessionid",
      "jsessionid",
      "phpsessid",
      "sid_token",
      "amz_signature",
      "hub_signature",
      "x_signature",
      "sig",
      "csrf",
      "xsrf",
      "otp",
      "one_time_password",
      "verification_code",
      "auth_code",
    ],
  ],
  [
    "KEY",
    [
      "password",
      "passwords",
      "passwd",
      "passphrase",
      "passcode",
      "pwd",
      "secret",
      "secrets",
      "api_key",
      "api_keys",
      "apikey",
      "secret_key",
      "secretkey",
      "private_key",
      "access_key",
      "access_key_id",
      "access_secret",
      "encryption_key",
      "signing_key",
      "subscription_key",
      "credential",
      "credentials",
      "cvv",
      "cvv2",
      "cvc",
      "card_pin",
      "security_code",
      "access_code",
      "door_code",
      "security_answer",
      "security_answer1",
      "security_answer2",
      "secret_answer",
      "mothers_maiden_name",
      "mother_maiden_name",
      "pin_number",
      "pin",
    ],
  ],
  [
    "PHONE",
    [
      "phone",
      "phones",
      "phone_numbers",
      "phone_number",
      "phonenumber",
      "phone_no",
      "mobile",
      "mobile_number",
      "mobile_no",
      "cell",
      "cell_number",
      "cellphone",
      "telephone",
      "telephone_number",
      "tel",
      "fax",
      "fax_number",
      "msisdn",
      "from_number",
      "to_number",
      "caller_number",
      "callee_number",
      "caller_id",
      "callback_number",
      "contact_number",
      "customer_number_e164",
      "ani",
      "dnis",
      "e164",
      "whatsapp",
      "whatsapp_number",
    ],
  ],
  [
    "SSN",
    ["ssn", "social_security", "social_security_number", "itin", "tax_id_number", "ssn_last4"],
  ],
  [
    "CARD",
    ["card_number", "cardnumber", "card_no", "cc_number", "pan", "credit_card", "debit_card"],
  ],
  ["IBAN", ["iban"]],
  [
    "ACCOUNT",
    [
      "account_number",
      "account_no",
      "acct",
      "acct_number",
      "acct_no",
      "bank_account",
      "routing_number",
      "routing",
      "sort_code",
      "bban",
      "policy_number",
      "policy_no",
      "member_number",
      "member_id",
      "membership_number",
      "customer_number",
      "customer_no",
      "passport",
      "passport_number",
      "passport_no",
      "licence",
      "licence_number",
      "license_number",
      "drivers_license",
      "driver_license",
      "driving_licence",
      "national_id",
      "national_insurance_number",
      "tax_id",
      "tin",
      "ein",
      "vat_number",
      "mrn",
      "medical_record_number",
      "nhs_number",
      "loyalty_number",
      "frequent_flyer_number",
      "imei",
      "imei_number",
      "meid",
      "imsi",
      "iccid",
      "device_id",
      "android_id",
      "advertising_id",
    ],
  ],
  [
    "PERSON",
    [
      "first_name",
      "firstname",
      "last_name",
      "lastname",
      "middle_name",
      "full_name",
      "fullname",
      "given_name",
      "family_name",
      "surname",
      "maiden_name",
      "customer_name",
      "caller_name",
      "contact_name",
      "recipient_name",
      "passenger",
      "passengers",
      "passenger_name",
      "passenger_names",
      "traveler_name",
      "traveller_name",
      "guest_names",
      "driver_name",
      "renter_name",
      "doctor_name",
      "owner_name",
      "sender_name",
      "beneficiary_name",
      "spouse_name",
      "name_on_card",
      "patient_name",
      "guest_name",
      "host_name",
      "friend_name",
      "cardholder",
      "cardholder_name",
      "holder_name",
      "account_holder",
      "employee_name",
    ],
  ],
  [
    "ADDRESS",
    [
      "address",
      "addr",
      "addr1",
      "addr2",
      "address1",
      "address2",
      "line1",
      "line2",
      "address_line",
      "address_line1",
      "address_line2",
      "street",
      "street_address",
      "street1",
      "street2",
      "home_address",
      "zip",
      "zip_code",
      "zipcode",
      "postcode",
      "postal_code",
    ],
  ],
  ["BIRTH_DATE", ["date_of_birth", "dob", "birth_date", "birthdate", "birthday"]],
  ["SPECIAL", ["medical_condition", "health_condition", "diagnosis", "medication", "disability"]],
  ["version", ["version", "versions", "release", "user_agent", "build"]],
];

const hints = new Map<string, KeyHint>();
for (const [hint, words] of [...endings, ...furtherEndings])
  for (const word of words) hints.set(word, hint);

/** Words before "address" that make it a machine's, mailbox's or wallet's rather than a postal one. */
const notPostal = new Set(
  "client server source destination peer network net ip mac host remote local socket email mail e web url wallet".split(
    " ",
  ),
);

/** OpenTelemetry's name of the machine that sends; "host_name" elsewhere is somebody who has guests. */
const machineName = "host.name";

/**
 * Reads a key in any spelling (`x-api-key`, `phoneNumber`, `http.request.header.set-cookie`): its
 * last one to four words decide.
 * @returns null if it implies nothing
 */
export function keyHint(key: string): KeyHint | null {
  if (key === machineName) return null;
  const words = splitWords(key);
  for (let count = Math.min(4, words.length); count > 0; count -= 1) {
    const hint = hints.get(words.slice(-count).join("_"));
    const before = words[words.length - count - 1] ?? "";
    if (hint === "ADDRESS" && notPostal.has(before)) return null;
    if (hint !== undefined) return hint;
  }
  return null;
}

function splitWords(key: string): string[] {
  return key
    .slice(-80)
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && !/^\d{1,3}$/.test(word));
}
