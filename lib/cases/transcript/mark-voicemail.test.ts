import { describe, expect, it } from "vitest";
import { derive, lines, turn } from "../test-spans";

const call = { belonging: { channel: "voice" } } as const;
const reason = "Hello, your parcel waits at the counter until Friday.";

const speakers = (...said: readonly string[]) => {
  const spans = said.map((text, at) => turn(at, "customer", text, call));
  const derived = derive([...spans, turn(said.length, "agent", reason, call)]);
  return {
    texts: lines(derived),
    touchpoints: derived.interactions.filter((each) => each.isTouchpoint),
  };
};

describe("an answering machine", () => {
  it.each([
    "Hi, this is Ann. I can't take your call right now, please leave a message after the beep.",
    "The mailbox is not full. Record your message at the tone.",
    "Sie sind mit der Mailbox verbunden. Bitte hinterlassen Sie eine Nachricht nach dem Signalton.",
    "Vous êtes sur le répondeur de Luc, laissez un message après le bip.",
    "Este es el buzón de voz. Deje su mensaje después de la señal.",
    "Risponde la segreteria di Ugo, lasciate un messaggio dopo il segnale acustico.",
    "Dit is de voicemail van Jan, spreek een bericht in na de piep.",
    "Você ligou para a caixa postal. Deixe seu recado após o sinal.",
  ])("is not the customer: %s", (greeting) => {
    const { texts, touchpoints } = speakers(greeting);
    expect(texts).toEqual([`system: ${greeting}`, `agent: ${reason}`]);
    expect(touchpoints).toEqual([]);
  });

  it("is not the customer in pieces", () => {
    const { texts } = speakers("You have reached the mailbox of Ann.", "Please leave a message.");
    expect(texts.filter((line) => line.startsWith("system: "))).toHaveLength(2);
  });

  it.each([
    "I left a message on your voicemail yesterday and nobody called.",
    "Could not leave a message, your mailbox is full.",
    "Please leave a message with my neighbour.",
    "My voicemail does not work.",
  ])("is none who speaks about one: %s", (text) => {
    expect(speakers(text).texts[0]).toBe(`customer: ${text}`);
  });
});
