import { describe, expect, it } from "vitest";
import { composeName } from "@/lib/domain/privacy/name-pseudonym";
import { derive, lines, testHalfOfName, tool, turn } from "../test-spans";

/** A masked name, as ingest stores it. */
function masked(name: string): string {
  const pseudonym = composeName(name.toLowerCase().split(" "), testHalfOfName);
  return `<PERSON:${pseudonym}>`;
}

const hotels = JSON.stringify({ HotelName: "Hilton Hotel", Location: "Old Town" });

function spansOf(...texts: readonly string[]) {
  return [
    ...texts.map((text, at) => turn(at, "customer", text)),
    tool(9, "hotel_search", "{}", hotels),
  ];
}

describe("a name that a tool of the case returned", () => {
  it("is readable in messages before the tool answered and after", () => {
    const spans = spansOf(`Is ${masked("Hilton")} free?`, `I mean ${masked("Hilton Hotel")}.`);
    const [first, second] = lines(derive(spans));
    expect([first, second]).toEqual([
      "customer: Is Hilton free?",
      "customer: I mean Hilton Hotel.",
    ]);
  });

  it("is the same whatever the order of arrival", () => {
    const spans = spansOf(`Is ${masked("Hilton")} in ${masked("Old Town")}?`);
    expect(derive([...spans].reverse())).toEqual(derive(spans));
  });

  it("is readable in part where the words around complete it", () => {
    const [first] = lines(
      derive(spansOf(`the ${masked("Hilton")} hotel in Old ${masked("Town")}`)),
    );
    expect(first).toBe("customer: the Hilton hotel in Old Town");
    const [other] = lines(derive(spansOf(`New ${masked("Town")} please`)));
    expect(other).toBe(`customer: New ${masked("Town")} please`);
  });

  it("stays masked where somebody in the case has the name", () => {
    const texts = [`My name is ${masked("Hilton")}`, `Is ${masked("Hilton")} there?`];
    expect(lines(derive(spansOf(...texts))).slice(0, 2)).toEqual(
      texts.map((text) => `customer: ${text}`),
    );
  });

  it("leaves other names masked", () => {
    const text = `I am not ${masked("Mia Li")}`;
    expect(lines(derive(spansOf(text)))[0]).toBe(`customer: ${text}`);
  });
});

describe("the agent's own name, as its instructions state it", () => {
  const system = "You are Ava Brooks, the assistant of Harbor.";
  const agentSays = (text: string) => turn(0, "agent", text, { system });

  it("is readable wherever it is said", () => {
    const spans = [
      agentSays(`Hi, this is ${masked("Ava")}.`),
      turn(1, "customer", `Thanks, ${masked("Ava")}!`),
      turn(2, "agent", `Regards, ${masked("Ava Brooks")}`),
    ];
    expect(lines(derive(spans))).toEqual([
      "agent: Hi, this is Ava.",
      "customer: Thanks, Ava!",
      "agent: Regards, Ava Brooks",
    ]);
    expect(derive([...spans].reverse())).toEqual(derive(spans));
    expect(derive(spans).personalValues).toEqual([]);
  });

  it.each([
    ["customer", `I am ${masked("Ava")} Miller`],
    ["customer", `Ich heiße ${masked("Ava")}`],
    ["customer", `${masked("Ava")} here`],
    ["customer", `my daughter ${masked("Ava")} called`],
    ["agent", `Hello ${masked("Ava")}, how are you?`],
    ["agent", `Good morning ${masked("Ava")}`],
    ["agent", `I am sorry, ${masked("Ava")}.`],
  ] as const)("stays masked where the %s shows that the customer has it too", (speaker, text) => {
    const greeting = `This is ${masked("Ava")}.`;
    const derived = derive([agentSays(greeting), turn(1, speaker, text)]);
    expect(lines(derived)).toEqual([`agent: ${greeting}`, `${speaker}: ${text}`]);
  });

  it("leaves every other name masked", () => {
    const text = `I am ${masked("Mia Li")}`;
    expect(lines(derive([agentSays("Hello"), turn(1, "customer", text)])).at(-1)).toBe(
      `customer: ${text}`,
    );
  });
});
