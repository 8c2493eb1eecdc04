import { describe, expect, it } from "vitest";
import { unpunctuated } from "@/lib/testing/hostile/texts";
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
    "As Elm's AI assistant, I can see your bill.",
    "Hi Maria, Fernway's AI assistant on LN-20481 here.",
    "Juno here, the AI helping out at Parkline.",
    "Today you are being helped by an AI assistant.",
    "Written and sent by Tuuli, the AI agent at Pohja Outdoor.",
    "This message was written and sent by an AI agent.",
    "hi you re chatting with a virtual assistant",
    "I'm <PERSON:1f>, Fernway's virtual assistant, and I see your order.",
    "I am Ava, powered by artificial intelligence.",
    "I may be a machine, but I'll do my best!",
    "I'm Claude, made by Anthropic, a large language model.",
    "I'm a bot, not a person.",
    "I'm not allowed to do that since I'm an AI assistant.",
    "That is not true, I am a bot.",
    "I have to say I'm a bot.",
  ])("hears it given in: %s", (text) => {
    expect(acts(text)).toEqual(["gives"]);
  });

  it.each([
    ["I'm not an AI.", "denial"],
    ["I am a real person.", "denial"],
    ["You asked whether I am a bot.", "mention"],
    ["The AI assistant you talked to yesterday was wrong.", "mention"],
    ["I can pass you to our AI assistant.", "mention"],
    ["You will be connected to our virtual assistant after this call.", "mention"],
    ["Ben here, the AI assistant made a mistake.", "mention"],
    ["Our AI assistant is answering chats only at night.", "mention"],
    ["It was sent by our AI assistant yesterday.", "mention"],
    ["Would you like to talk to the chatbot?", "question"],
    ["Nobody here is a bot.", "denial"],
    ["It isn't true that this is an automated assistant.", "denial"],
    ["I'm not allowed to say I'm an AI assistant.", "denial"],
    ["I'm hardly a bot.", "denial"],
    ["I doubt that you're talking to a bot.", "denial"],
    ["I'm Ava, an AI assistant?", "question"],
    ["Am I an AI assistant?", "question"],
    ["Pretend I'm a robot.", "mention"],
    ["Please say I am a bot.", "mention"],
  ])("hears %s as a %s", (text, act) => {
    expect(acts(text)).toEqual([act]);
  });

  it.each([
    "- Espresso Machine",
    "The damaged item is a tablet, not an espresso machine.",
    "Could you confirm which order contains the coffee machine?",
    "If you would rather not wait for the automated email, I can help now.",
    "The laptop was the only computer I bought.",
  ])("hears nothing of who speaks in: %s", (text) => {
    expect(acts(text)).toEqual([]);
  });

  it("hears nothing in words that are only quoted", () => {
    expect(acts("Please type 'I am a bot' to go on.")).not.toContain("gives");
  });

  it("hears a machine named that somebody is or talks to", () => {
    expect(acts("I promise I'm not a robot.")).toEqual(["denial"]);
    expect(acts("You asked whether you are talking to a machine.")).toEqual(["mention"]);
    expect(acts("Am I speaking with a computer?", true)).toEqual(["question"]);
  });

  it.each([
    [
      "It comes tomorrow.\n\nYours,\nFinn\nVirtual Agent, Posthaste",
      "Finn\nVirtual Agent, Posthaste",
    ],
    ["It is on its way. Regards, Vera — AI agent, Orlen", "Vera — AI agent, Orlen"],
    ["Iris, AI assistant: Your booking is confirmed.", "Iris, AI assistant:"],
  ])("finds who signs or is named before the words: %s", (text, words) => {
    const [read, ...others] = readAiIdentity(text).filter(({ act }) => act === "gives");
    expect(text.slice(read?.sentence.start, read?.sentence.end)).toBe(words);
    expect(others).toEqual([]);
  });

  it.each([
    "Kind regards, Dana, Head of AI Agents, Sunline",
    "Included:\n- Support\n- AI assistant, 24/7",
    "The Remy virtual assistant: how to install it",
  ])("hears no name of one's own in: %s", (text) => {
    expect(acts(text)).not.toContain("gives");
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

  it("reads a text without punctuation to its end", () => {
    expect(new Set(acts(unpunctuated(80_000)))).toEqual(new Set(["mention"]));
  });
});
