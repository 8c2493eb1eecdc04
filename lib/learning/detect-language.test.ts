import { eld } from "eld/extrasmall";
import fc from "fast-check";
import { expect, test } from "vitest";
import { detectLanguage } from "./detect-language";

const sentences = [
  "My parcel has not come yet, and nobody at the depot answers the phone.",
  "Don't you think it's late? O'Brien ‘said’ so ''twice''",
  "Wann kommt der Techniker? Die Heizung läuft seit Donnerstag nicht mehr.",
  "Où est passé mon remboursement ? Ça fait déjà trois semaines.",
  "¿Cuándo llega el técnico? Llevo dos días sin conexión.",
  "Il mio abbonamento è scaduto ma l'addebito c'è stato lo stesso.",
  "Zamówienie nie dotarło, a przesyłka miała być wczoraj.",
  "Где мой заказ? Прошло уже две недели.",
  "我的订单还没有到，请帮我查一下。",
  "ご注文の商品がまだ届いていません。",
  "주문한 물건이 아직 도착하지 않았습니다.",
  "أين طلبي؟ لم يصل حتى الآن.",
  "मेरा ऑर्डर अभी तक नहीं आया है।",
  "สินค้าของฉันยังไม่มาถึง",
  "Đơn hàng của tôi vẫn chưa đến.",
  "Siparişim hâlâ gelmedi, İstanbul'dan gönderilmişti.",
  "ʔɪʃ ɣʊ ǎ ǀ ܐܒܓ ހށނ ߊߋ Ԁԁ",
  "Ok",
  "😀😀'😀 hello 𝒽𝑒𝓁𝓁𝑜",
  `${"q".repeat(90)} ${"ж".repeat(400)}`,
  `${"word ".repeat(69)}schön${"ö".repeat(80)} more`,
  "",
];

test.each(sentences)("reads %j as eld does", (text) => {
  const { own, theirs } = readBoth(text);
  expect(own).toEqual(theirs);
});

/** Since Unicode 16, or taken from it: eld counts its own letters. */
const newLetter = /[\u088f\u0c5c\u0cdc\u1c89\u1c8a\ua7cb-\ua7cf\ua7d2\ua7d4\ua7da-\ua7dc\ua7f1]/;

test("reads any text as eld does", () => {
  const piece = fc.oneof(
    fc.constantFrom(...sentences),
    fc.string({ unit: "binary", maxLength: 40 }).filter((text) => !newLetter.test(text)),
    fc.string({ unit: fc.constantFrom("a", "é", "ш", "ग", "'", "’", " ", "İ"), maxLength: 400 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const { own, theirs } = readBoth(pieces.join(" "));
      expect(own).toEqual(theirs);
    }),
    { numRuns: 300 },
  );
});

/** The languages of eld and of ours, each with its score, the likeliest first. */
function readBoth(text: string) {
  const result = eld.detect(text);
  const found = detectLanguage(text);
  return {
    own: { code: found?.code ?? "", scores: [...(found?.scores ?? [])] },
    theirs: { code: result.language, scores: Object.entries(result.getScores()) },
  };
}
