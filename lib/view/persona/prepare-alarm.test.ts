import { expect, it } from "vitest";
import type { Acknowledgement } from "@/lib/domain/acknowledgement";
import { prepareAlarm, type AlarmFacts } from "./prepare-alarm";

const series = (outsideUs: number | null) =>
  ({
    channel: "voice",
    attribute: "formality",
    drift: { kind: "thin", alarm: outsideUs === null ? null : { outsideUs } },
  }) as const;
const said: Acknowledgement = {
  ...{ channel: "voice", attribute: "formality", contract: 1 },
  ...{ note: "v9 brings it back", by: "ann", atUs: 100 },
};
const facts: AlarmFacts = {
  ...{ contract: 1, names: new Map([["ann", "Ann Berg"]]), acknowledgements: [said] },
};

it("an alarm is open until somebody acknowledges it, and a later one is open again", () => {
  const acknowledgedIn = (outsideUs: number, contract = 1) =>
    prepareAlarm(series(outsideUs), { ...facts, contract })?.acknowledged;
  expect(acknowledgedIn(50)).toEqual({ by: "Ann Berg, 1 Jan 1970", note: "v9 brings it back" });
  expect(acknowledgedIn(101)).toBeNull();
  expect(acknowledgedIn(50, 2)).toBeNull();
  expect(prepareAlarm(series(null), facts)).toBeNull();
  const nobody = { ...facts, names: new Map<string, string>() };
  expect(prepareAlarm(series(50), nobody)?.acknowledged?.by).toContain("a visitor of the demo");
});
