import { describe, expect, it } from "vitest";
import { testPseudonymise } from "@/lib/testing/test-pseudonymise";
import { createTextMasker } from "../mask-text";

const masker = createTextMasker(testPseudonymise);

function shown(text: string): string {
  const { text: masked } = masker.mask(text, { requested: 0 });
  return masked.replace(/<([A-Z_]+):[0-9a-f]{16}>/g, "<$1>");
}

describe("personal data in seven languages", () => {
  it.each([
    // codes that are said
    [
      "Three digits at the back? Er, that's nine oh six.",
      "Three digits at the back? Er, that's <KEY>.",
    ],
    ["Die Geheimzahl lautet acht drei null fünf.", "Die Geheimzahl lautet <KEY>."],
    ["Die Prüfziffer hinten ist vierhundertelf.", "Die Prüfziffer hinten ist <KEY>."],
    ["Le cryptogramme au verso, c'est deux cent vingt.", "Le cryptogramme au verso, c'est <KEY>."],
    ["La clave de la tarjeta es ocho uno siete seis.", "La clave de la tarjeta es <KEY>."],
    ["Il PIN della carta è nove due due zero.", "Il PIN della carta è <KEY>."],
    ["A senha do cartão é três sete um meia.", "A senha do cartão é <KEY>."],
    ["De pincode is drie acht nul nul.", "De pincode is <KEY>."],
    // codes that were sent
    ["The code I just received is 31 80 46, right?", "The code I just received is <TOKEN>, right?"],
    [
      "Agent: what is the login code? Customer: sure, 640118",
      "Agent: what is the login code? Customer: sure, <KEY>",
    ],
    ["el código que me mandaron es 20 91 35", "el código que me mandaron es <KEY>"],
    // births
    [
      "Ich bin am achten Juni neunzehnhunderteinundsechzig geboren.",
      "Ich bin am <BIRTH_DATE> geboren.",
    ],
    ["Je suis né le trois mai mille neuf cent soixante-douze.", "Je suis né le <BIRTH_DATE>."],
    ["Nací el treinta de enero de mil novecientos ochenta.", "Nací el <BIRTH_DATE>."],
    ["Sono nato il sette luglio millenovecentosettantuno.", "Sono nato il <BIRTH_DATE>."],
    ["Nasci a dois de março de mil novecentos e noventa e um.", "Nasci a <BIRTH_DATE>."],
    ["Ik ben geboren op elf april negentienhonderdzestig.", "Ik ben geboren op <BIRTH_DATE>."],
    // health
    ["Sufro de hipertensión y tengo artritis.", "Sufro de hipertensión y tengo <SPECIAL>."],
    [
      "Bei meiner Mutter: ich habe Rheuma, bei ihr wurde Demenz diagnostiziert.",
      "Bei meiner Mutter: ich habe <SPECIAL>, bei ihr wurde <SPECIAL> diagnostiziert.",
    ],
    ["Je suis allergique aux crevettes.", "Je suis allergique aux <SPECIAL>."],
    ["Fui diagnosticada com hepatite C.", "Fui diagnosticada com <SPECIAL>."],
    // papers, accounts, vehicles
    ["My NI number's QQ 65 43 21 A.", "My NI number's <ACCOUNT>."],
    ["mon numéro de sécu est le 1 92 03 33 063 118 20", "mon numéro de sécu est le <ACCOUNT>"],
    ["tessera sanitaria n. 80380001200098765432", "tessera sanitaria n. <ACCOUNT>"],
    ["A placa do carro é QRT4B71.", "A placa do carro é <ACCOUNT>."],
    ["IBAN DE 02 1203 0000 0000 2020 51 bitte", "IBAN <IBAN> bitte"],
    ["My storecard is 600321 4410 7782 905", "My storecard is <ACCOUNT>"],
    ["Rua do Carmo, 18, ap 7, 20040-020 Rio de Janeiro", "<ADDRESS>"],
    // passwords
    ["I signed in with Wren!falls42 as my password", "I signed in with <KEY> as my password"],
    ["Pelikan#55 ist mein Passwort", "<KEY> ist mein Passwort"],
    // keys
    ["X-Customer-Name: Tunde Bakare", "X-Customer-Name: <PERSON>"],
    ["account_holder=Tunde+Bakare&plan=2", "account_holder=<PERSON>&plan=2"],
    [
      "SELECT 1 FROM clientes WHERE apellidos LIKE 'Echeverría%'",
      "SELECT 1 FROM clientes WHERE apellidos LIKE '<PERSON>%'",
    ],
    ['{"customer":{"name":"Tunde Bakare"}}', '{"customer":{"name":"<PERSON>"}}'],
    [
      '{"prénom":"Solène","geburtsdatum":"1.2.1970"}',
      '{"prénom":"<PERSON>","geburtsdatum":"<BIRTH_DATE>"}',
    ],
    ['{"lat":48.858222,"lng":2.2945}', '{"lat":"<ADDRESS>","lng":"<ADDRESS>"}'],
  ])("is masked: %j", (text, masked) => {
    expect(shown(text)).toBe(masked);
  });

  it.each([
    "Agent: what is the parcel number? Customer: sure, 640118",
    "el código del producto es 773412",
    "The pin came off after three weeks, one of the two.",
    "Der Laden ist seit dem achten Juni geschlossen.",
    "Il negozio apre il sette luglio.",
    "Ik wil vijf borden en drie kopjes.",
    "Ich habe die Prämie bezahlt.",
    "mi sito ha un limite",
    "Soffro di ritardi nelle consegne.",
    '{"customer":{"name":"Acme Ltd"}}',
    '{"product":{"name":"Garden Hose"},"net":51.5}',
    "VAT rate 20%",
  ])("is nobody's: %j", (text) => {
    expect(shown(text)).toBe(text);
  });
});
