import { expect, it } from "vitest";
import { templateOf } from "../facets/case-facets";
import { addressName } from "./address-name";

const long = (middle: string, version: string) =>
  `${"support ".repeat(40)}${middle}${" core".repeat(40)}@${version}`;

it("keeps a name that an address holds, and its own short form", () => {
  expect(addressName("x".repeat(200))).toBe("x".repeat(200));
  const short = addressName(long("one", "v7"));
  expect(short.length).toBeLessThanOrEqual(200);
  expect(addressName(short)).toBe(short);
});

it("distinguishes two long names, and keeps the versions of a prompt together", () => {
  expect(addressName(long("one", "v7"))).not.toBe(addressName(long("two", "v7")));
  const versions = ["v7", "v8"].map((version) => addressName(long("one", version)));
  expect(versions[0]).not.toBe(versions[1]);
  expect(new Set(versions.map(templateOf)).size).toBe(1);
});

it("cuts no character in two", () => {
  for (const shift of ["", "x"]) {
    const short = addressName(shift + "💬".repeat(300));
    expect(short.isWellFormed()).toBe(true);
  }
});
