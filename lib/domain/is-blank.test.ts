import { expect, it } from "vitest";
import { isBlank } from "./is-blank";

it.each([
  ["nothing", ""],
  ["spaces and lines", " \n\t\u00a0\u3000"],
  ["zero-width characters", "\u200b\u200c\u200d\u2060\ufeff"],
  ["fillers and a soft hyphen", "\u3164\u115f\u00ad\u2800"],
  ["marks of direction", "\u200e\u202e\u202c"],
])("finds a text of %s blank", (_, text) => {
  expect(isBlank(text)).toBe(true);
});

it.each(["a", ".", "\u200bseen\u200b", "👩‍👧", "–"])("finds %j not blank", (text) => {
  expect(isBlank(text)).toBe(false);
});
