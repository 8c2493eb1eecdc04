import { describe, expect, it } from "vitest";
import { createLanguageSoFar, findLanguage, readLanguage } from "./find-language";

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
