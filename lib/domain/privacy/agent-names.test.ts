import { describe, expect, it } from "vitest";
import { namesOfAgent } from "./agent-names";

describe("the name that instructions give the agent", () => {
  it.each([
    ["You are Ava, the support agent of Harbor.", ["Ava"]],
    ["you are Nora Brooks from the billing desk", ["Nora Brooks"]],
    ["Be brief. Your name is Otto.", ["Otto"]],
    ["Dein Name ist Lena. Sei freundlich.", ["Lena"]],
    ["You are a customer service agent. Your name is Otto.", ["Otto"]],
    ["You are a friendly assistant named Juno. Never promise refunds.", ["Juno"]],
    ["Du bist Lena, die Assistentin der Stadtwerke.", ["Lena"]],
    ["Vous êtes Camille, la conseillère de la banque.", ["Camille"]],
    ["Eres Lucía, la asistente de la tienda.", ["Lucía"]],
    ["You are Ava, an agent. Say: Hi, my name is Ava Brooks!", ["Ava", "Ava Brooks"]],
    ["Je bent Sanne van de klantenservice.", ["Sanne"]],
  ])("is found: %s", (text, names) => {
    expect(namesOfAgent(text)).toEqual(names);
  });

  it.each([
    "You are speaking with Maria Keller.",
    "You are Maria's assistant.",
    "The customer's name is Maria Keller.",
    "You are Maria Keller, a customer who wants a refund.",
    "You are helpful. Ask for the name.",
    "History: 12 May: agent called Maria Keller, no answer.",
    "You are a customer calling support. Your name is Maria Keller and your zip code is 19122.",
    "You are Maria Keller, 34, a customer",
    "Você é a assistente. Atenda o cliente. Seu nome é Carlos Souza.",
  ])("is nobody else's: %s", (text) => {
    expect(namesOfAgent(text)).toEqual([]);
  });
});
