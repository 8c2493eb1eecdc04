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
    lead: expect.stringMatching(/^None of the 630 /u) as string,
    rest: "our-ai-identity: 603, Recording notice: 27.",
  });
  expect(prepareDisclosuresLede([tally("our-ai-identity", 0, 1)]).lead).toMatch(
    /^The one .* not given/u,
  );
});

it("names where most are missing, and how often it was given there", () => {
  expect(prepareDisclosuresLede([tally("our-ai-identity", 3, 1)])).toEqual({
    lead: expect.stringMatching(/^1 of 4 .* not given/u) as string,
    rest: expect.stringMatching(/: our-ai-identity on Chat, .* 3 of 4 /u) as string,
  });
});
