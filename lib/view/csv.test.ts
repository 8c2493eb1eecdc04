import { expect, it } from "vitest";
import { tableCsvHref } from "./csv";

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
