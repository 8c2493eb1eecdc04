import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { languageReader } from "@/lib/domain/case/language-reader";
import {
  areOtherLanguage,
  createLanguageSoFar,
  findLanguage,
  isOtherLanguage,
  readLanguage,
} from "./find-language";

describe("a text's language by its own words", () => {
  it.each([
    ["Where is my parcel?", "en"],
    ["Můj balík ještě nepřišel.", "cs"],
    ["A csomagom még nem érkezett meg.", "hu"],
    ["Mein Paket ist noch nicht da.", "de"],
    ["Je vérifie et je réponds demain.", "fr"],
    ["注文した商品が一週間たっても届きません。", "ja"],
    ["طلبي لم يصل منذ أسبوع، أين الشحنة الآن؟", "ar"],
    ["My name is Owens Duran Oneal and I want to cancel my order", "en"],
  ])("is sure of %j", (text, code) => {
    expect(readLanguage(text)).toMatchObject({ code, isSure: true });
  });

  it.each(["", "ok", "84.50 EUR", "W1234567", "<PERSON:0123456789abcdef>", "Danke", "Nora Visser"])(
    "is not sure of %j",
    (text) => {
      expect(readLanguage(text).isSure).toBe(false);
    },
  );
});

describe("a text's language in a conversation", () => {
  it("is that of the texts before it where its own words do not show it", () => {
    expect(findLanguage("ok danke", "de")).toMatchObject({ code: "de", isSure: true });
    expect(findLanguage("tina shah jfb", "en")).toMatchObject({ code: "en", isSure: true });
    expect(findLanguage("ok danke", null).isSure).toBe(false);
  });

  it("is another where its words plainly show that", () => {
    const text = "Ich habe meine Bestellung nicht erhalten und möchte das Geld zurück";
    expect(findLanguage(text, "en")).toMatchObject({ code: "de", isSure: true });
  });

  it("is summed up over the texts that are sure", () => {
    const soFar = createLanguageSoFar();
    expect(soFar.current()).toBeNull();
    for (const text of ["ok", "Mein Paket ist noch nicht da.", "Hvor er min pakke?"])
      soFar.add(readLanguage(text));
    soFar.add(readLanguage("Wann wird es endlich geliefert?"));
    expect(soFar.current()).toBe("de");
  });
});

describe("isOtherLanguage", () => {
  it.each([
    "¿Dónde está mi pedido? No lo encuentro por ninguna parte y mi tarjeta fue cobrada",
    "Je n'ai pas reçu ma commande et je voudrais un remboursement pour les frais",
    "Ich habe meine Bestellung nicht erhalten und möchte das Geld zurück",
    "Paczka nie dotarła, proszę o zwrot pieniędzy",
    "Tilaukseni ei ole vielä saapunut",
    "Barangnya belum sampai sampai sekarang",
    "私の注文はどこですか",
    "Где мой заказ?",
  ])("is true for %s", (text) => {
    expect(isOtherLanguage(text)).toBe(true);
  });

  it.each([
    "Where is my order? I paid for it and I have not got it",
    "ok",
    "W1234567",
    "i need to contact dr johnson",
    "pizza margherita with la crema sauce please",
    '{"flight": "HAT023", "origin": "San Francisco", "destination": "Los Angeles"}',
    "",
  ])("is false for %s", (text) => {
    expect(isOtherLanguage(text)).toBe(false);
  });
});

describe("areOtherLanguage", () => {
  it("says what most of the texts are in, and what they are in together where each is too short", () => {
    expect(areOtherLanguage(["ok", "Mein Paket ist noch nicht da.", "Hello"])).toBe(true);
    expect(areOtherLanguage(["Mein Paket ist nicht da.", "Sorry, I can speak English too"])).toBe(
      false,
    );
    expect(areOtherLanguage(["Guten Tag", "wo bleibt", "mein Paket?"])).toBe(true);
    expect(areOtherLanguage([])).toBe(false);
  });
});

it("names the version of the library whose n-grams it reads", () => {
  const { devDependencies } = z
    .object({ devDependencies: z.object({ eld: z.string() }) })
    .parse(JSON.parse(readFileSync("package.json", "utf8")));
  expect(languageReader).toBe(`eld ${devDependencies.eld}`);
});
