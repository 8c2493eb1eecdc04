import { describe, expect, it } from "vitest";
import type { CaseSpan } from "@/lib/domain/case/case";
import { composeName } from "@/lib/domain/privacy/name-pseudonym";
import { derivedMessage } from "@/lib/testing/derived-case";
import { derive, lines, model, says, span, testHalfOfName, tool, turn } from "../test-spans";
import { createNameMasker, maskKnownNames, textsOfMessages } from "./mask-known-names";

/** A masked name, as ingest stores it. */
function masked(name: string): string {
  return `<PERSON:${composeName(name.toLowerCase().split(" "), testHalfOfName)}>`;
}

const booking = JSON.stringify({
  origin: "GOA",
  passengers: [
    { first_name: masked("Ingrid"), last_name: masked("Solberg") },
    { first_name: masked("Will"), last_name: masked("May") },
    { first_name: masked("Goa"), last_name: masked("Ek") },
  ],
});

function said(...texts: readonly string[]): readonly string[] {
  const spans = [
    ...texts.map((text, at) => turn(at, "customer", text)),
    tool(20, "get_booking", "{}", booking),
  ];
  expect(derive([...spans].reverse())).toEqual(derive(spans));
  return lines(derive(spans))
    .slice(0, texts.length)
    .map((line) => line.replace("customer: ", ""));
}

describe("a name that a tool of the case gave as somebody's", () => {
  it.each([
    ["- Ingrid: $871", `- ${masked("Ingrid")}: $871`],
    ["Ingrid’s bag (Solberg)", `${masked("Ingrid")}’s bag (${masked("Solberg")})`],
    ["Dear Ingrid Solberg, hello", `Dear ${masked("Ingrid Solberg")}, hello`],
    ["Goa leaves from GOA", `${masked("Goa")} leaves from GOA`],
    [`${masked("Ingrid")} and INGRID`, `${masked("Ingrid")} and ${masked("Ingrid")}`],
  ])("is masked in what was said before: %j", (text, shown) => {
    expect(said(text)).toEqual([shown]);
  });

  it.each([
    "I fly from GOA to Panjim",
    "On May 4th, or in May",
    "Iversen, a Solitude and ingrid_solberg",
    "SOL is no name",
  ])("leaves what names nobody: %j", (text) => {
    expect(said(text)).toEqual([text]);
  });

  it("leaves a word that the case also says in lower case", () => {
    expect(said("Will it rain?", "it will")).toEqual(["Will it rain?", "it will"]);
    expect(said("Seat for Will")).toEqual([`Seat for ${masked("Will")}`]);
  });

  it("makes two copies of a message one, of which one was masked", () => {
    const history = [says("customer", `For ${masked("Ingrid")}, please`)];
    const spans = [
      turn(0, "customer", "For Ingrid, please"),
      model(1, history, [says("agent", "Done")]),
      tool(20, "get_booking", "{}", booking),
    ];
    expect(lines(derive(spans)).slice(0, 2)).toEqual([
      `customer: For ${masked("Ingrid")}, please`,
      "agent: Done",
    ]);
  });

  it("stays masked though a tool of the case gives a place of its name", () => {
    const text = `Booked for ${masked("Goa")}`;
    expect(said(text)).toEqual([text]);
  });
});

describe("the spans of a case", () => {
  const gave = tool(20, "get_booking", "{}", booking);
  const hidden = masked("Ingrid");
  const mask = (...spans: readonly CaseSpan[]) => maskKnownNames(spans, testHalfOfName);

  it("are masked in what customers and agents say, not in what tools take and return", () => {
    const spans = [
      turn(0, "customer", "", { input: "Ingrid is here", output: "Hello Ingrid" }),
      model(
        1,
        [says("customer", "A seat"), says("tool", "Ingrid has 2A"), says("customer", "For Ingrid")],
        [says("agent", "Ingrid has 2A")],
      ),
      tool(2, "find", "Ingrid", "Ingrid has 2A"),
      span("s", { input: "Ingrid" }),
      gave,
    ];
    expect(mask(...spans)).toEqual([
      { ...spans[0], input: `${hidden} is here`, output: `Hello ${hidden}` },
      model(
        1,
        [
          says("customer", "A seat"),
          says("tool", "Ingrid has 2A"),
          says("customer", `For ${hidden}`),
        ],
        [says("agent", `${hidden} has 2A`)],
      ),
      ...spans.slice(2),
    ]);
  });

  it("are masked where only the answer has a name", () => {
    const [answered] = mask(model(0, [says("customer", "Who?")], [says("agent", "Ingrid")]), gave);
    expect(answered?.output).toEqual([says("agent", hidden)]);
  });

  it("are no copies where nothing was masked in them", () => {
    const spans = [
      turn(0, "customer", "Hello"),
      model(1, [says("customer", "Hello"), says("agent", "Hi")], [says("agent", "Who?")]),
      gave,
    ];
    mask(...spans).forEach((each, at) => expect(each).toBe(spans[at]));
  });

  it.each([
    ["a tool's result in a prompt", says("tool", booking), hidden],
    ["a call's arguments", says("agent", "", [{ id: null, name: "book", args: booking }]), hidden],
    ["instructions", says("system", booking), "Ingrid"],
    ["an answer in JSON", says("agent", booking), "Ingrid"],
  ])("have names from %s or not: %#", (_what, utterance, shown) => {
    const [first] = mask(turn(0, "customer", "Ingrid"), model(1, [utterance], []));
    expect(first?.input).toEqual([says("customer", shown)]);
  });

  it("have no names from a text that was said", () => {
    const spans = [turn(0, "customer", "Ingrid"), turn(1, "agent", "", { input: booking })];
    expect(mask(...spans)).toEqual(spans);
  });

  it("leave what another tool gave as a place, as it is written there", () => {
    const place = tool(21, "get_trip", "{}", '{"destination":"Ingrid"}');
    const [first] = mask(turn(0, "customer", "Ingrid or Solberg"), gave, place);
    expect(first?.input).toEqual([says("customer", `Ingrid or ${masked("Solberg")}`)]);
  });

  it("have the last name of a full name that a tool gave", () => {
    const full = tool(20, "get_user", "{}", JSON.stringify({ full_name: masked("Ada Berg") }));
    const [first] = mask(turn(0, "customer", "Berg, Ada"), full);
    expect(first?.input).toEqual([says("customer", `${masked("Berg")}, ${masked("Ada")}`)]);
  });
});

describe("the messages of a derived case", () => {
  const called = { name: "book", args: booking, isError: false };
  const masksIngrid = (...messages: readonly Parameters<typeof derivedMessage>[0][]) =>
    createNameMasker(textsOfMessages(messages.map(derivedMessage)), testHalfOfName)?.("Ingrid");

  it("have names from tools' results and arguments, but not from what was said", () => {
    const hidden = masked("Ingrid");
    expect(masksIngrid({ speaker: "tool", text: booking, tool: { ...called, args: "" } })).toBe(
      hidden,
    );
    expect(masksIngrid({ speaker: "tool", text: "ok", tool: called })).toBe(hidden);
    const toolCalls = [{ id: null, name: "book", args: booking }];
    expect(masksIngrid({ speaker: "agent", text: "", toolCalls })).toBe(hidden);
    expect(masksIngrid({ speaker: "customer", text: booking })).toBeUndefined();
    expect(masksIngrid({ speaker: "tool", text: "ok", tool: called }, { text: "an ingrid" })).toBe(
      "Ingrid",
    );
  });
});
