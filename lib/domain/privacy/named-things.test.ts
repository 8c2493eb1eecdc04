import { describe, expect, it } from "vitest";
import { collectNamed, createNamed } from "./named-things";
import { completesName, isIntroduced, namePartsOf } from "./thing-names";

function namedIn(result: unknown): { things: readonly string[]; persons: readonly string[] } {
  const named = createNamed();
  collectNamed(typeof result === "string" ? result : JSON.stringify(result), named);
  return { things: [...named.things].sort(), persons: [...named.persons].sort() };
}

describe("what a tool's result names", () => {
  it.each([
    [{ HotelName: "Hilton Hotel" }, ["Hilton Hotel"]],
    [{ Name: "Old Town Inn", Cost: "Cheap", id: 4 }, ["Old Town Inn"]],
    [{ city: "Paris", departure: { airport: "Orly" } }, ["Orly", "Paris"]],
    [{ results: [{ brand: "Levi Strauss", price: 20 }] }, ["Levi Strauss"]],
    [{ products: [{ name: "Jackson Lamp", product_id: "12" }] }, ["Jackson Lamp"]],
  ])("are places, venues, products and brands: %j", (result, things) => {
    expect(namedIn(result).things).toEqual(things);
  });

  it.each([
    { DriverName: "Mark", CarModel: 4 },
    { first_name: "Mia", city: "Denver" },
    { name: "Mia Li", dob: "1990-05-12", location: "Denver" },
    { guests: [{ guest_name: "Mia Li" }] },
    { customer: { name: "Mia Li", location: "Denver" } },
    { Name: "Dr. Morgan", rating: 4, price: 20 },
    { name: "Mia Li" },
    { note: "Mia Li called about the Hilton" },
    { city: "mia@example.com" },
    "not JSON",
  ])("are no persons: %j", (result) => {
    expect(namedIn(result).things).toEqual([]);
  });

  it("are known as persons' words too", () => {
    expect(namedIn({ DriverName: "Mark Ash" }).persons).toEqual(["ash", "mark"]);
  });
});

describe("the parts of a thing's name", () => {
  const partsOf = (thing: string, persons: readonly string[] = []) =>
    namePartsOf({ things: new Set([thing]), persons: new Set(persons) });
  const whole = (thing: string, persons?: readonly string[]) =>
    partsOf(thing, persons)
      .filter(({ before, after }) => before.length + after.length === 0)
      .map(({ text }) => text);

  it("are the name, also without its article or ending", () => {
    expect(whole("The Porch")).toEqual(["The Porch", "Porch"]);
    expect(whole("Hilton Hotel")).toEqual(["Hilton Hotel", "Hilton"]);
    expect(whole("West Bay Venue")).toEqual(["West Bay Venue", "West Bay"]);
  });

  it("leave out what is a person's in the same results", () => {
    expect(whole("Mark Hotel", ["mark"])).toEqual(["Mark Hotel"]);
  });

  it("are a stretch of it only where the words around complete it", () => {
    const part = partsOf("Old Town Inn").find(({ words }) => words.join(" ") === "town inn");
    if (part === undefined) throw new Error("The part is missing.");
    expect(completesName("the Old <X>.", 8, 11, part)).toBe(true);
    expect(completesName("the new <X>.", 8, 11, part)).toBe(false);
  });

  it.each([
    ["my name is Paris", true],
    ["Hi Paris", true],
    ["Dr. Paris", true],
    ["I fly to Paris", false],
    ["this flight is for Paris", false],
  ])("may be a person who is introduced: %j", (text, is) => {
    expect(isIntroduced(text, text.indexOf("Paris"))).toBe(is);
  });
});
