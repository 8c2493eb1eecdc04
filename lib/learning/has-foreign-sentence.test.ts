import { expect, it } from "vitest";
import { hasForeignSentence } from "./has-foreign-sentence";

it.each([
  "Dieser Anruf wird aufgezeichnet.",
  "Jestem wirtualnym asystentem.",
  "KI-Assistent hier, hallo!",
  "êtes-vous un robot ?",
  "Yes of course. Ich bin ein KI-Assistent. What is your order number?",
])("hears another language in: %s", (text) => {
  expect(hasForeignSentence(text)).toBe(true);
});

it.each([
  "Hi! How can I help you today?",
  "Ok.",
  "Order #W123",
  "Hola! Your order has left.",
  "Thanks, Jan Nie.",
  "Ben, the die in the esta box.",
])("hears none in: %s", (text) => {
  expect(hasForeignSentence(text)).toBe(false);
});
