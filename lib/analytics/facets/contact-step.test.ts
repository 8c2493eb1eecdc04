import fc from "fast-check";
import { expect, it } from "vitest";
import { channels } from "@/lib/domain/trace/channel";
import { readContactStep, writeContactStep } from "./contact-step";

const someChannels = fc.subarray([...channels], { minLength: 1 });
const steps = fc.oneof(
  fc.record({
    number: fc.integer({ min: 1, max: 9999 }),
    on: fc.oneof(someChannels, fc.constant("any" as const)),
    then: fc.oneof(someChannels, fc.constantFrom("any" as const, "none" as const)),
  }),
  fc.record({ number: fc.integer({ min: 1, max: 9999 }), on: someChannels }),
);

it("what is written is read again", () => {
  fc.assert(
    fc.property(steps, (step) => {
      expect(readContactStep(writeContactStep(step))).toEqual(step);
    }),
  );
});

it("what is no step is not read", () => {
  for (const text of [
    "",
    "2",
    "0:chat",
    "2:fax",
    "2:none",
    "2:chat:",
    "2:chat.fax:any",
    "x:chat",
  ]) {
    expect(readContactStep(text), text).toBeNull();
  }
});
