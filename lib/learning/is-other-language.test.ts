import { describe, expect, it } from "vitest";
import { isOtherLanguage } from "./is-other-language";

describe("isOtherLanguage", () => {
  it.each([
    "¿Dónde está mi pedido? No lo encuentro por ninguna parte y mi tarjeta fue cobrada",
    "Je n'ai pas reçu ma commande et je voudrais un remboursement pour les frais",
    "Ich habe meine Bestellung nicht erhalten und möchte das Geld zurück",
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
    "",
  ])("is false for %s", (text) => {
    expect(isOtherLanguage(text)).toBe(false);
  });
});
