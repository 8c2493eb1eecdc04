import { describe, expect, it } from "vitest";
import { composeName } from "@/lib/domain/privacy/name-pseudonym";
import { derive, lines, model, says, testHalfOfName, tool, turn } from "../test-spans";

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
