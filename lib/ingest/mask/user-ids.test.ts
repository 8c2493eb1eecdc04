import { describe, expect, it } from "vitest";
import { testPseudonymise } from "@/lib/testing/test-pseudonymise";
import { createMasker } from "./masker";
import type { TextPlace } from "./text-masker";

const masker = createMasker(testPseudonymise);
const { text: texts } = masker;

function shown(text: string, place: TextPlace = { requested: 0 }): string {
  return texts.mask(text, place).text.replace(/<([A-Z_]+):[0-9a-f]{16}>/g, "<$1>");
}

/** Ids of names of many origins; most of the words are in no list of names. */
const ids = [
  "haruka_nakagome_4471",
  "nkechi_obiageli_902",
  "seoyeon_hwangbo_1180",
  "zdenka_vrtal_7716",
  "tejaswini_kolhapure_3345",
  "gulnihal_karaosman_5120",
  "wanjiru_gathoni_66",
  "thandeka_mkhwebane_88123",
  "grace_hope_2210",
  "mark_young_415",
  "Xiuying_Ouyang_2231",
  "haruka.nakagome4471",
];

const record = {
  caseId: "C-1",
  customerId: null,
  caseType: null,
  openedUs: null,
  closedUs: null,
  closureCode: null,
  csat: null,
  risk: null,
  region: null,
  mergedInto: null,
};

describe("an id that is built of a name", () => {
  it.each(ids)("is masked under a person's key: %j", (id) => {
    for (const keyHint of ["user_id", "userId", "customer.id", "account_id", "username"]) {
      expect(shown(id, { keyHint })).toBe("<ACCOUNT>");
    }
    expect(shown(`{"order":{"user_id":"${id}"},"users":["${id}"]}`)).toBe(
      '{"order":{"user_id":"<ACCOUNT>"},"users":["<ACCOUNT>"]}',
    );
  });

  it.each(ids)("is masked in speech that says what it is: %j", (id) => {
    expect(shown(`Sure, my user id is ${id}.`)).toBe("Sure, my user id is <ACCOUNT>.");
    expect(shown(`I found your account (${id}), thanks`)).toBe(
      "I found your account (<ACCOUNT>), thanks",
    );
    expect(shown(`${id} is my user name`)).toBe("<ACCOUNT> is my user name");
    expect(shown(`**User ID:** \`${id}\``)).toBe("**User ID:** `<ACCOUNT>`");
    expect(shown(`Got {'user_id': '${id}'}`)).toBe("Got {'user_id': '<ACCOUNT>'}");
  });

  it("is masked anywhere where one of its words is a known name and the other no known word", () => {
    for (const id of ["haruka_novak_4471", "maria_gathoni_12", "oliver_bennett_734"]) {
      expect(shown(`Let me look at ${id} again`)).toBe("Let me look at <ACCOUNT> again");
    }
  });

  it.each(ids)("has one pseudonym, wherever it is: %j", (id) => {
    const [spoken] = texts.mask(`my user id is ${id.toLowerCase()}`, { requested: 0 }).found;
    const [keyed] = texts.mask(id, { keyHint: "user_id" }).found;
    expect(keyed?.pseudonym).toBe(spoken?.pseudonym);
    expect(masker.record({ ...record, customerId: id }).customerId).toBe(
      `<ACCOUNT:${spoken?.pseudonym ?? ""}>`,
    );
  });
});

describe("an id of a thing", () => {
  it.each([
    "gift_card_7711863",
    "credit_card_1620755",
    "order_item_12",
    "flight_number_2",
    "flight_number_22",
    "paypal_account_9021",
    "certificate_7473723",
    "grace_period_30",
    "rose_gold_64",
    "guest_account_17",
    "get_orders_20",
    "north_wing_301",
    "jane_doe_123",
  ])("stays readable: %j", (id) => {
    for (const text of [`Paid with ${id}, thanks`, `{"payment_id":"${id}"}`]) {
      expect(shown(text)).toBe(text);
    }
  });

  it.each(["gift_card_7711863", "guest_user_17", "test_account_44", "acme_corp_120", "u_1234"])(
    "stays readable under a customer's key too: %j",
    (id) => {
      expect(shown(id, { keyHint: "customer_id" })).toBe(id);
      expect(shown(`the account is ${id}`)).toBe(`the account is ${id}`);
    },
  );
});
