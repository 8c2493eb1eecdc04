import { expect, it } from "vitest";
import { scanText } from "../scan-text";
import { findNationalIds } from "../find/find-national-ids";

const found = (text: string) =>
  findNationalIds(text, scanText(text)).map(({ start, end }) => text.slice(start, end));

/** Numbers that authorities and encyclopaedias print as examples. */
it.each([
  ["Poland", "44051401359"],
  ["Norway", "15108695088"],
  ["Estonia", "37605030299"],
  ["Czechia", "710319/2745"],
  ["Iceland", "120174-3399"],
  ["Latvia", "161175-19997"],
  ["Sweden", "811218-9876"],
  ["Finland", "131052-308T"],
  ["France", "2 95 10 99 126 111 93"],
  ["Spain", "12345678Z"],
  ["China", "11010519491231002X"],
  ["South Africa", "8001015009087"],
  ["Romania", "1630615123457"],
  ["India", "2341 2341 2346"],
  ["England", "401 023 2137"],
])("finds a number of %s: %s", (_country, number) => {
  expect(found(`it is ${number}, thanks`)).toEqual([number]);
});

it.each([
  "44051401358",
  "15108695089",
  "37605030298",
  "710319/2746",
  "120174-3389",
  "811218-9875",
  "131052-308U",
  "12345678A",
  "8001015009088",
  "2341 2341 2345",
  "401 023 2138",
])("takes no number for one whose check digit is wrong: %s", (number) => {
  expect(found(`it is ${number}, thanks`)).toEqual([]);
});
