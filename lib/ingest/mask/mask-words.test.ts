import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "@/lib/testing/runs";
import { testPseudonymise } from "@/lib/testing/test-pseudonymise";
import { createTextMasker } from "./mask-text";
import { requestsIn } from "./tagger/cues";

const masker = createTextMasker(testPseudonymise);

/**
 * The masked text with each pseudonym reduced to its type.
 * @param question the agent's message before
 */
function shown(text: string, question = ""): string {
  const { text: masked } = masker.mask(text, { requested: requestsIn(question) });
  return masked.replace(/<([A-Z_]+):[0-9a-f]{16}>/g, "<$1>");
}

describe("what people say of themselves", () => {
  it.each([
    ["My name is Siobhan Delacroix, thanks", "My name is <PERSON>, thanks"],
    ["hi this is john calling about my order", "hi this is <PERSON> calling about my order"],
    ["my name is priya natarajan", "my name is <PERSON>"],
    ["Good afternoon, Brightwell, Grace speaking", "Good afternoon, Brightwell, <PERSON> speaking"],
    ["MY NAME IS DAVID JONES", "MY NAME IS <PERSON>"],
    ["my name is will and i need help", "my name is <PERSON> and i need help"],
    ["my name is spelled j o h n", "my name is spelled <PERSON>"],
    ["please deliver to 221 baker street", "please deliver to <ADDRESS>"],
    ["I live at 760 Elm Avenue, Suite 564", "I live at <ADDRESS>"],
    [
      "I live at 5 Elm Road. Before that 19 Ash Close. Mum is at 22 Beech Avenue. Post goes to 3 Mill Street.",
      "I live at <ADDRESS>. Before that <ADDRESS>. Mum is at <ADDRESS>. Post goes to <ADDRESS>.",
    ],
    ["i was born on the 5th of may 1985", "i was born on <BIRTH_DATE>"],
    ["DOB: 1956-01-20", "DOB: <BIRTH_DATE>"],
    ["my password is rosebud", "my password is <KEY>"],
    ["my password is hunter two", "my password is <KEY>"],
    ["the pin is one two three four", "the pin is <KEY>"],
    ["security code nine one four", "security code <KEY>"],
    ["my cvv is 991", "my cvv is <KEY>"],
    ["call me at five five five, oh one two three", "call me at <PHONE>"],
    ["my number is four one five double five five oh one nine two", "my number is <PHONE>"],
  ])("masks %j as %j", (text, masked) => {
    expect(shown(text)).toBe(masked);
  });

  it.each([
    ["May I have your name, please?", "rose marsh", "<PERSON>"],
    ["And your date of birth?", "march fourth nineteen eighty two", "<BIRTH_DATE>"],
    ["What is your PIN?", "4 5 6 7", "<KEY>"],
    ["And the PIN, please?", "sure, it's 4567", "sure, it's <KEY>"],
    ["What is your PIN?", "4 5 6 7 and thanks", "<KEY> and thanks"],
    ["Could you tell me your password?", "blue horse", "<KEY>"],
    ["Could you tell me your password?", "ok it is Rose!bud22, thanks", "ok it is <KEY>, thanks"],
    ["Can I have the security code on the back?", "nine one four", "<KEY>"],
    ["May I have your name?", "Fernando", "<PERSON>"],
    ["What is your delivery address?", "12 elm street", "<ADDRESS>"],
    ["Could you tell me your phone number?", "five five five oh one nine two", "<PHONE>"],
  ])("is known by what was asked: %j, %j", (question, answer, masked) => {
    expect(shown(answer, question)).toBe(masked);
  });
});

describe("what stays readable of what is said", () => {
  it.each([
    "I'd like two large pepperoni pizzas and a coke",
    "I will open a ticket, that's T-20197, and they'll ring you by Tuesday",
    "the virtual assistant, Brightwell's virtual assistant, can look at it",
    "Dear Brightwell team, I have to write again",
    "the red wool sweater size medium",
    "can you change the Logitech G502 mouse to the Bluetooth Speaker? item 1631806422",
    "my order number is four one five two two nine eight",
    "a table for four at seven pm on friday",
    "Flight HAT113 from Chicago to Denver on May 3rd at 10:30, $250",
    "the orders #W2378156 and #W7043598, reservation EHGLP3",
    "my password is incorrect and was reset",
    "I paid with my Visa, will it arrive in April?",
    "my name is on the order, and my name is misspelled",
    "Pay $250 Drive Test, bought 2 Road Bikes and 3 Street Fighter games",
    "ok thanks",
    "yes please go ahead",
  ])("leaves %j alone", (text) => {
    expect(masker.mask(text, { requested: 0 })).toEqual({ text, found: [] });
  });

  it.each([
    ["What is your password?", "I forgot it"],
    ["What is your password?", "no, why do you need that?"],
    ["What is your PIN?", "it is on the card somewhere but I lost that"],
    ["Did you try to reset your password?", "twice today"],
    ["May I have your name?", "chicken pizza"],
    ["What is your order number?", "4 5 6 7"],
    ["May I have your order id?", "#W2378156"],
  ])("is no answer to %j: %j", (question, answer) => {
    expect(shown(answer, question)).toBe(answer);
  });

  it("is a product where a product was asked for", () => {
    expect(shown("the red wool sweater", "Which item would you like to return?")).toBe(
      "the red wool sweater",
    );
  });
});

describe("a name, an address and a birth date under their keys", () => {
  it("are masked whole, and other values beside them are not", () => {
    const json =
      '{"name":{"first_name":"Mei","last_name":"Wong"},"address":{"address1":"12 Oak St","city":"Denver","zip":"80201"},"dob":"1990-05-12","item":"Denim Jacket","product_name":"Wall Clock"}';
    const { text } = masker.mask(json);
    expect(text.replace(/<([A-Z_]+):[0-9a-f]{16}>/g, "<$1>")).toBe(
      '{"name":{"first_name":"<PERSON>","last_name":"<PERSON>"},"address":{"address1":"<ADDRESS>","city":"Denver","zip":"<ADDRESS>"},"dob":"<BIRTH_DATE>","item":"Denim Jacket","product_name":"Wall Clock"}',
    );
    const found = masker.find(json).map(({ start, end }) => json.slice(start, end));
    expect(found).toEqual(["Mei", "Wong", "12 Oak St", "80201", "1990-05-12"]);
  });

  it("are told from the name of a machine", () => {
    expect(masker.mask("borealis", { keyHint: "host.name" }).text).toBe("borealis");
    expect(masker.mask("borealis", { keyHint: "host_name" }).text).not.toBe("borealis");
  });

  it("get the pseudonym that they have in words", () => {
    const [inJson] = masker.mask('{"last_name":"Venkatesan"}').found;
    const [inWords] = masker.mask("My last name is Venkatesan", { requested: 0 }).found;
    expect(inWords?.pseudonym).toBe(inJson?.pseudonym);
  });
});

describe("any words", () => {
  const words = fc.constantFrom(
    ..."my|name|is|Siobhan|kowalczyk|rose|will|42|elm street|Suite 9|,|.|\n|password|four one five|4 5 6|may 5|born|order|#W2378156|1631806422|thanks|<PERSON:0123456789abcdef>|j o h n|A-N-N-A|zip 19122|i live at|this is".split(
      "|",
    ),
  );
  const texts = fc.array(words, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(" "));

  it("are the same masked twice as masked once", () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(0, 1, 4, 8), (text, asked) => {
        const once = masker.mask(text, { requested: asked }).text;
        expect(masker.mask(once, { requested: asked })).toEqual({ text: once, found: [] });
      }),
      { numRuns: runs(1000) },
    );
  });

  it("are read once more with the parts of an address as one", () => {
    const { text } = masker.mask(
      "elm street password born password may 5 zip 19122 thanks Siobhan",
      { requested: 0 },
    );
    expect(masker.mask(text, { requested: 0 }).text).toBe(text);
  });

  it("are masked after a question as they are without it, and then what the question shows", () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(1, 2, 4, 8, 68, 127), (text, asked) => {
        const plain = masker.mask(text, { requested: 0 }).text;
        expect(masker.mask(text, { requested: asked }).text).toBe(
          masker.mask(plain, { requested: asked }).text,
        );
      }),
      { numRuns: runs(1000) },
    );
  });
});

it("takes the address of a machine for none of a person's", () => {
  const keyed = (keyHint: string) => masker.mask("12 Elm Avenue", { keyHint }).text;
  expect(keyed("home_address")).toMatch(/^<ADDRESS:/);
  const { text } = masker.mask("+1 415 555 0132", { keyHint: "client.address" });
  expect(text).toMatch(/^<PHONE:/);
});

it("reads a text of single letters, or of spoken digits alone, to its end", () => {
  for (const part of ["a ", "a-", "one "]) {
    expect(() => masker.mask(part.repeat(500_000))).not.toThrow();
  }
});
