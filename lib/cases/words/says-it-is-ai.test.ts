import { describe, expect, it } from "vitest";
import { readAiIdentity } from "./says-it-is-ai";

const acts = (text: string, isCustomer = false) =>
  readAiIdentity(text, isCustomer).map(({ act }) => act);

describe("readAiIdentity", () => {
  it.each([
    "You are chatting with our virtual assistant.",
    "hi this is an ai agent calling about your order",
    "so im an a i assistant from the shop",
    "I am not a human.",
    "Fernway AI assistant here, about your order.",
    "Fernway (automated assistant):",
    "As an AI, I cannot feel.",
  ])("hears it given in: %s", (text) => {
    expect(acts(text)).toEqual(["gives"]);
  });

  it.each([
    ["I'm not an AI.", "denial"],
    ["I am a real person.", "denial"],
    ["You asked whether I am a bot.", "mention"],
    ["The AI assistant you talked to yesterday was wrong.", "mention"],
    ["- Espresso Machine", "mention"],
    ["I can pass you to our AI assistant.", "mention"],
    ["Would you like to talk to the chatbot?", "question"],
  ])("hears %s as a %s", (text, act) => {
    expect(acts(text)).toEqual([act]);
  });

  it("reads a customer's words as said to the agent, and keeps the place of the words", () => {
    expect(acts("You are a bot.", true)).toEqual(["gives"]);
    for (const asked of ["You are a bot, right?", "hello are you a bot"]) {
      expect(acts(asked, true)).toEqual(["question"]);
    }
    const text = "Hi! I'm your a.i. assistant today.";
    const [read] = readAiIdentity(text);
    expect(text.slice(read?.sentence.start, read?.sentence.end)).toBe(
      "I'm your a.i. assistant today.",
    );
  });

  it("reads a long text without punctuation in time", () => {
    const started = performance.now();
    readAiIdentity("i am sure that the bot you are talking to ".repeat(2_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
