import { expect, it } from "vitest";
import type { RuleTally, StatusCounts } from "@/lib/analytics/disclosures/tally-disclosures";
import { disclosureStatuses } from "@/lib/domain/case/case-disclosure";
import { prepareDisclosuresLede } from "./prepare-lede";

function tally(rule: string, given: number, missing: number): RuleTally {
  const none = Object.fromEntries(disclosureStatuses.map((status) => [status, 0]));
  const counts = { ...none, given, missing } as StatusCounts;
  return { rule, all: counts, toReview: 0, byChannel: new Map([["chat", counts]]) };
}

it("names each rule where nothing was found, and no channel as worse than others", () => {
  const rules = [tally("recording-notice-all-party", 0, 27), tally("our-ai-identity", 0, 603)];
  expect(prepareDisclosuresLede(rules)).toEqual({
    lead: "None of the 630 required disclosures was given as required.",
    rest: "our-ai-identity: 603, Recording notice: 27.",
  });
  expect(prepareDisclosuresLede([tally("our-ai-identity", 0, 1)]).lead).toBe(
    "The one required disclosure was not given.",
  );
});

it("names where most are missing, and how often it was given there", () => {
  expect(prepareDisclosuresLede([tally("our-ai-identity", 3, 1)])).toEqual({
    lead: "1 of 4 required disclosures was not given as required.",
    rest: "That one: our-ai-identity on Chat, where 3 of 4 were given.",
  });
});
