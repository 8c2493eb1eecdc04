import { describe, expect, it } from "vitest";
import { testPseudonymise } from "@/lib/testing/test-pseudonymise";
import { createTextMasker } from "../mask-text";
import type { TextPlace } from "../text-masker";

const masker = createTextMasker(testPseudonymise);

function shown(text: string, place: TextPlace = { requested: 0 }): string {
  const { text: masked } = masker.mask(text, place);
  return masked.replace(/<([A-Z]+):[0-9a-f]{16}>/g, "<$1>");
}

describe("what words before it announce", () => {
  it.each([
    [
      "the 3 digits on the back of my card are 907",
      "the 3 digits on the back of my card are <KEY>",
    ],
    ["Les trois chiffres au dos sont 615.", "Les trois chiffres au dos sont <KEY>."],
    ["Card code: security number four one nine", "Card code: security number <KEY>"],
    ["My Visa card is valid thru 07/29.", "My Visa card is valid thru <CARD>."],
    ["the number plate is GX68 OTR", "the number plate is <ACCOUNT>"],
    ["Mein Kennzeichen lautet HH-KL 3081.", "Mein Kennzeichen lautet <ACCOUNT>."],
    ["sort code 60-83-71 please", "sort code <ACCOUNT> please"],
    ["The BIC is NWBKGB2L.", "The BIC is <ACCOUNT>."],
    ["Versichertennummer T520918843", "Versichertennummer <ACCOUNT>"],
    ["patient number P-0059120", "patient number <ACCOUNT>"],
    ["The door code is B4472, ground floor.", "The door code is <KEY>, ground floor."],
    ["wifi password: fern-valley-28", "wifi password: <KEY>"],
    ["Mot de passe : Chaton#1987", "Mot de passe : <KEY>"],
    ["I log in as r.maddock77 normally", "I log in as <ACCOUNT> normally"],
    ["NHS number 401 023 2137", "NHS number <ACCOUNT>"],
    ["staff number E-118203, please", "staff number <ACCOUNT>, please"],
    ["student number u5520917", "student number <ACCOUNT>"],
    ["frequent flyer LH 204 118 907", "frequent flyer <ACCOUNT>"],
    ["gamertag FrostPickle81", "gamertag <ACCOUNT>"],
    ["mi cel es 55 4410 2093", "mi cel es <PHONE>"],
    ["the code: the text says 518 204", "the code: the text says <KEY>"],
  ])("is masked: %j", (text, masked) => {
    expect(shown(text)).toBe(masked);
  });

  it.each([
    "The plate is cracked and 3 weeks late.",
    "My subscription expires 09/28.",
    "Use promo code HARVEST15 at the till.",
    "Order number 60417 is on hold.",
    "Order no. 71530",
    "The hose is 40 EUR for ten metres and 9 EUR for every further metre.",
    "The monitor runs at 144 Hz.",
    "Ports 5060 and 10000-20000 are open.",
    "The password was reset yesterday.",
    "Is there a store locator please?",
    "My loyalty card online shows no points.",
    "The reward card 2024 looks nicer.",
  ])("is nothing personal: %j", (text) => {
    expect(shown(text)).toBe(text);
  });
});

describe("what has a form", () => {
  it.each([
    ["surname is Tango Oscar Romeo Romeo Echo", "surname is <PERSON>"],
    ["I parked KT19 WVB behind the shop", "I parked <ACCOUNT> behind the shop"],
    ["leave it at ///candle.ribbon.market", "leave it at <ADDRESS>"],
    ["I changed it to Kett1e!Moor#42 today", "I changed it to <KEY> today"],
    ["with key ab_live_9Gt4KqWm2ZxLr7Vb today", "with key <KEY> today"],
    ["https://a.example/reset?t=0c9e4b7714fa52d8 fails", "https://a.example/reset?t=<TOKEN> fails"],
    [
      "my wallet: amber canoe drift fossil gravel hammer island jungle kettle ladder magnet nectar",
      "my wallet: <KEY>",
    ],
    ["bezorg op 3512 KX nummer 14", "bezorg op <ADDRESS>"],
    ["Vivo en Av. Corrientes 2210, 4.º C, C1046", "Vivo en <ADDRESS>"],
    ["device id 5d0c7a12-93be-4f6a-8c21-70de55ab19f4", "device id <ACCOUNT>"],
    ["its MAC is 4C:11:AE:9D:02:F7", "its MAC is <ACCOUNT>"],
    ["the cabin is at 59.32871, 18.06491", "the cabin is at <ADDRESS>"],
    ["The car's VIN is WVGZZZ5NZGW048817.", "The car's VIN is <ACCOUNT>."],
    ["SIM 8949020000017712345", "SIM <ACCOUNT>"],
    ["Lindenstieg 14, 24937 Flensburg", "<ADDRESS>"],
    ["opens /home/petra.novak/notes.txt", "opens /home/<ACCOUNT>/notes.txt"],
  ])("is masked: %j", (text, masked) => {
    expect(shown(text)).toBe(masked);
  });
});

describe("a name in the words of a program", () => {
  it.each([
    ["WHERE last_name = 'Achterberg'", "WHERE last_name = '<PERSON>'"],
    ["no address for customer 'Marta Oliveira'", "no address for customer '<PERSON>'"],
    ['{"body":"{\\"who\\":\\"Peregrine Ashdown\\"}"}', '{"body":"{\\"who\\":\\"<PERSON>\\"}"}'],
    ['{"id":"P-1","addr":"9 Elderflower Mews"}', '{"id":"P-1","addr":"<ADDRESS>"}'],
    ["X-Forwarded-User: petra.novak", "X-Forwarded-User: <ACCOUNT>"],
  ])("is masked: %j", (text, masked) => {
    expect(shown(text, {})).toBe(masked);
  });

  it.each([
    '{"customer":"c-1182","status":"Shipped","carrier":"Royal Mail"}',
    "WHERE status = 'Shipped' AND plan = 'Family Flex'",
    "/home/runner/work/app",
  ])("is none: %j", (text) => {
    expect(shown(text, {})).toBe(text);
  });
});

describe("a number as it is said", () => {
  it.each([
    ["call me on oh seven seven double oh nine hundred four five one", "call me on <PHONE>"],
    ["it is six one five, then five five five, oh one seven seven thanks", "it is <PHONE> thanks"],
    [
      "C'est le zéro six, trente-neuf, quatre-vingt-dix-huit, douze, quarante.",
      "C'est le <PHONE>.",
    ],
    ["null eins sieben sechs einundzwanzig dreiundvierzig fünf", "<PHONE>"],
    ["bring it to forty two b larkspur crescent please", "bring it to <ADDRESS> please"],
    ["write to dunya underscore eighty four at g mail dot com", "write to <EMAIL>"],
    [
      "The area code is 030. The rest is 5550 1847.",
      "The area code is <PHONE>. The rest is <PHONE>.",
    ],
    ["The alarm disarms with 2580.", "The alarm disarms with <KEY>."],
    ["I net 1,870 a month", "I net <SPECIAL> a month"],
    ["I take brivaracetam 50 mg", "I take <SPECIAL>"],
    ["MPAN 1200023305967 is off", "MPAN <ACCOUNT> is off"],
    ["refund to 20-14-53 13537846 please", "refund to <ACCOUNT> please"],
    ["sent to meena.s84@okicici today", "sent to <ACCOUNT> today"],
    ["lat=52.370216 lon=4.895168", "lat=<ADDRESS> lon=<ADDRESS>"],
    [
      "Failed password for hvandenberg from 83.161.44.207",
      "Failed password for <ACCOUNT> from <IP>",
    ],
    ["Cookie: sid=7d1fb0c2e94a; the page loops", "Cookie: <TOKEN>; the page loops"],
  ])("is masked: %j", (text, masked) => {
    expect(shown(text)).toBe(masked);
  });

  it.each([
    "La commande fait trente-neuf euros.",
    "We need two hundred forty chairs, twelve tables and three tents.",
    "It is a twenty minute drive down a one way street.",
    "I owe 30 for the last bill, and the plan costs 29.99 a month.",
    "Please upgrade the printer driver from 10.4.2.1 to version 10.4.3.0 first.",
    "Open http://192.168.0.1 in the browser.",
    "The answer was 504 Gateway Timeout.",
    "Set DNS to 8.8.8.8 please.",
    "The Home Heating 500 litres never came.",
  ])("is no such thing: %j", (text) => {
    expect(shown(text)).toBe(text);
  });
});

describe("what somebody states of their health, belief or origin", () => {
  it.each([
    ["I have type 2 diabetes and can't carry it", "I have <SPECIAL> and can't carry it"],
    ["My son was diagnosed with coeliac disease.", "My son was diagnosed with <SPECIAL>."],
    ["I'm seven months pregnant", "I'm <SPECIAL>"],
    ["I am a practising Muslim, is it halal?", "I am a <SPECIAL>, is it halal?"],
    ["Ich habe Multiple Sklerose.", "Ich habe <SPECIAL>."],
  ])("is masked: %j", (text, masked) => {
    expect(shown(text)).toBe(masked);
  });

  it.each([
    "Do you sell diabetes test strips?",
    "The allergy section lists nuts.",
    "There was a disorder in the queue.",
    "My account is disabled.",
    "I'm on holiday until Monday.",
  ])("is no such thing: %j", (text) => {
    expect(shown(text)).toBe(text);
  });
});
