import { expect, it } from "vitest";
import { csvLine, tableCsvHref } from "./csv";

it("a table is a file of what it shows, that no spreadsheet runs", () => {
  const href = tableCsvHref({
    columns: [
      { words: "Path, channels", isNumber: false },
      { words: "Cases", isNumber: true },
    ],
    rows: [[{ words: "=1+1" }, { words: "1,204", href: "/cases" }]],
  });
  const text = decodeURIComponent(href.replace("data:text/csv;charset=utf-8,", ""));
  expect(text).toBe('"Path, channels",Cases\r\n\'=1+1,"1,204"\r\n');
});

const signs = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "−"];
const unseen = [
  "",
  " ",
  "\t",
  "\r",
  "\n",
  "\u00A0",
  "\u3000",
  "\uFEFF",
  "\u200B",
  "\u200D\u2060",
  "\u0000",
  "\u202E",
];

it("a text that any spreadsheet may take for a formula is text, whatever comes before its sign", () => {
  const texts = unseen.flatMap((before) => signs.map((sign) => `${before}${sign}1+1`));
  const run = texts.filter((text) => !/^"?'/u.test(csvLine([text])));
  expect(run).toEqual([]);
});

it("other texts, and numbers below nought, stay as they are", () => {
  expect(csvLine(["a=1", "C-4421", "", "7 - 8", -5, null])).toBe("a=1,C-4421,,7 - 8,-5,");
});
