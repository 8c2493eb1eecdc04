import { expect, it } from "vitest";
import type { Handoff, Message } from "@/lib/domain/case/case";
import { placeHrefs } from "./place-hrefs";

const messages = [
  { ordinal: 0, interaction: 0, spans: ["t/a"] },
  { ordinal: 1, interaction: 1, spans: ["t/b"] },
  { ordinal: 2, interaction: 1, spans: ["t/b", "t/c"] },
] as unknown as readonly Message[];
const handoffs = [{ ordinal: 0, atMessage: 1 }] as unknown as readonly Handoff[];
const hrefOf = placeHrefs({ messages, handoffs }, (message, anchor) => `${message}#${anchor}`);

it("is the contact, the first message after a handoff, the message itself, or the span's first", () => {
  expect(hrefOf({ kind: "interaction", ordinal: 1 })).toBe("1#contact-1");
  expect(hrefOf({ kind: "handoff", ordinal: 0 })).toBe("1#m1");
  expect(hrefOf({ kind: "message", ordinal: 2 })).toBe("2#m2");
  expect(hrefOf({ kind: "span", span: "t/c" })).toBe("2#m2");
});

it("is nowhere for a whole case, and for what the case has no words of", () => {
  expect(hrefOf({ kind: "case" })).toBeNull();
  expect(hrefOf({ kind: "interaction", ordinal: 7 })).toBeNull();
  expect(hrefOf({ kind: "span", span: "t/x" })).toBeNull();
});
