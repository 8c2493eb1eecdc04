import { expect, it } from "vitest";
import { readRegion } from "./read-region";

const placesOf = (region: string | null) => {
  const reading = readRegion(region);
  return reading.kind === "places" ? reading.places.join(" or ") : reading.kind;
};

it.each([
  ...["DE", "de", "DEU", "deu", "Deutschland", "Germany", "Allemagne", "germania"].map((region) => [
    region,
    "DE",
  ]),
  ...["UK", "GB", "United Kingdom", "the United Kingdom"].map((region) => [region, "GB"]),
  ...["US", "USA", "usa", "United States", "us-west-2", "us-east-1", "en-US", "en_US"].map(
    (region) => [region, "US"],
  ),
  ...["US-CA", "us_ca", "US CA", "us/ca", "USA-CA", "CA-USA", "California", "california"].map(
    (region) => [region, "US-CA"],
  ),
  ...["California, US", "US - California", "California (USA)", "USA California"].map((region) => [
    region,
    "US-CA",
  ]),
  ["Los Angeles, CA, USA", "US-CA"],
  ["TX", "US-TX"],
  ["North Carolina", "US-NC"],
  ["España", "ES"],
  ["Österreich", "AT"],
  ["fr-FR", "FR"],
  ["eu-central-1", "EU"],
  ["European Union", "EU"],
])("%s is %s", (region, code) => {
  expect(placesOf(region)).toBe(code);
});

it("is a country by ISO 3166 where a state has the same code, unless a town stands before it", () => {
  expect(placesOf("CA")).toBe("CA");
  expect(placesOf("Los Angeles, CA")).toBe("CA or US-CA");
});

it("is each place of a name that several have", () => {
  expect(placesOf("Georgia")).toBe("GE or US-GA");
});

it.each(["EMEA", "NAM", "West", "DACH", "Europe", "europe-west3", "Paris", "XQ", "tier 1"])(
  "%s is no place we know",
  (region) => {
    expect(placesOf(region)).toBe("unknown");
  },
);

it.each([
  null,
  "",
  " ",
  "n/a",
  "N.A.",
  "null",
  "None",
  "unknown",
  "default",
  "Other",
  "-",
  "GLOBAL",
])("%s says nothing", (region) => {
  expect(placesOf(region)).toBe("unstated");
});
