import { expect, it } from "vitest";
import { unwrapResult } from "./unwrap-result";

const text = (value: string) => ({ type: "text", text: value });

it.each([
  [JSON.stringify({ type: "json", value: { open: true } }), { open: true }],
  [JSON.stringify({ type: "text", value: "open" }), "open"],
  [JSON.stringify([text("open"), text("until six")]), "open\nuntil six"],
  [`[{"text":"{\\"open\\":true}"}]`, `{"open":true}`],
  [JSON.stringify([{ json: { open: true } }]), `{"open":true}`],
  [JSON.stringify({ content: [text("open")], isError: false }), "open"],
  [JSON.stringify({ id: "f1", name: "lake", response: { open: true } }), { open: true }],
  [`{'type': 'text', 'text': 'open'}`, "open"],
])("%s holds a result", (value, result) => {
  expect(unwrapResult(value)).toEqual(result);
});

it.each([
  "open",
  JSON.stringify({ value: 3 }),
  JSON.stringify({ type: "open", value: 3, unit: "m" }),
  JSON.stringify({ response: "open" }),
  JSON.stringify([text("open"), { type: "image", data: "x" }]),
  JSON.stringify({ content: "a page", id: 7 }),
  JSON.stringify({ id: "7", name: "lake", state: "open" }),
  "[]",
])("%s is a result", (value) => {
  expect(unwrapResult(value)).toBe(value);
});
