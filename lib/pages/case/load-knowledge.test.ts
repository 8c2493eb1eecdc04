import { beforeAll, describe, expect, it } from "vitest";
import type { DerivedCase, Evidence } from "@/lib/domain/case/case";
import type { CaseKnowledge } from "@/lib/domain/case/case-knowledge";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { demoTruth } from "@/lib/demo/demo-truth";
import type { StoryName } from "@/lib/demo/story-names";
import { readCase } from "@/lib/store/cases/read-case";
import { demoSeed, demoWorkspace } from "@/lib/testing/demo-workspace";
import { caseKnowledge } from "./load-knowledge";

const { endUs } = demoSeed;

type Known = { readonly derived: DerivedCase; readonly knowledge: CaseKnowledge };

const stories = [
  "promise-unknown-on-the-phone",
  "promise-known-on-the-phone",
  "account-number-three-times",
  "disclosure-missed-by-sms",
  "disclosure-given-by-sms",
  "sla-paused",
  "sla-breached",
] as const satisfies readonly StoryName[];
const byStory = new Map<StoryName, Known[]>();

beforeAll(async () => {
  const { db } = await demoWorkspace();
  const truth = demoTruth(demoSeed);
  for (const story of stories) {
    const found: Known[] = [];
    for (const caseId of truth.stories.get(story) ?? []) {
      const stored = await readCase(db, caseId);
      if (stored === null) continue;
      const knowledge = caseKnowledge(stored, defaultSettings, endUs);
      found.push({ derived: stored.derived, knowledge });
    }
    byStory.set(story, found);
  }
});

/** Cases of a story that had run its course: both contacts are there. */
function casesOf(story: StoryName): readonly Known[] {
  const cases = (byStory.get(story) ?? []).filter(({ derived }) => derived.interactions.length > 1);
  expect(cases.length).toBeGreaterThan(5);
  return cases;
}

function creditOf({ knowledge }: Known) {
  return knowledge.promises.find(({ kind }) => kind === "credit");
}

function messageAt({ derived }: Known, shown: Evidence | null | undefined) {
  return shown && "message" in shown ? derived.messages[shown.message] : undefined;
}

function wordsAt(each: Known, shown: Evidence | null | undefined): string {
  const text = messageAt(each, shown)?.text ?? "";
  return shown && "message" in shown ? text.slice(shown.start, shown.end) : "";
}

function interactionOf(each: Known, shown: Evidence | null | undefined): number | undefined {
  return messageAt(each, shown)?.interaction;
}

describe("what the demo's stories are about is known on their cases", () => {
  it("a credit promised in chat: denied on the phone, and lost at that handoff", () => {
    for (const each of casesOf("promise-unknown-on-the-phone")) {
      const promise = creditOf(each);
      expect(promise?.interaction).toBe(0);
      expect(promise?.receptions.map(({ reception }) => reception)).toEqual(["denied"]);
      const [reception] = promise?.receptions ?? [];
      const denied = each.derived.messages[reception?.quote?.message ?? -1];
      expect([denied?.speaker, denied?.interaction]).toEqual(["agent", 1]);
      const lost = each.knowledge.handoffFacts[0]?.facts.filter(({ after }) => after === "lost");
      expect(lost?.map(({ given }) => given)).toEqual([promise?.quote]);
    }
  });

  it("a credit that the phone knows", () => {
    for (const each of casesOf("promise-known-on-the-phone")) {
      expect(creditOf(each)?.receptions[0]?.reception).toBe("known");
    }
  });

  it("an account number asked for again at each handoff", () => {
    for (const each of casesOf("account-number-three-times")) {
      for (const { facts, handoff } of each.knowledge.handoffFacts) {
        const account = facts.find(({ what }) => what === "account number");
        expect(account?.after).toBe("asked-again");
        expect(wordsAt(each, account?.given)).toMatch(/<ACCOUNT:[0-9a-f]{16}>/);
        expect(wordsAt(each, account?.seen)).toMatch(/account number.*\?/);
        const to = each.derived.handoffs[handoff]?.toInteraction;
        expect(interactionOf(each, account?.seen)).toBe(to);
      }
    }
  });

  it("what a missed instalment means: said in chat, left out or said by text message", () => {
    const statuses = (each: Known) =>
      each.knowledge.disclosures
        .filter(({ rule }) => rule === "instalment-terms")
        .map(({ status }) => status);
    for (const each of casesOf("disclosure-missed-by-sms")) {
      expect(statuses(each)).toEqual(["given", "missing"]);
    }
    for (const each of casesOf("disclosure-given-by-sms")) {
      expect(statuses(each)).toEqual(["given", "given"]);
    }
  });

  it("a clock that was paused with its reason, and one that ran past the due date", () => {
    for (const { knowledge } of casesOf("sla-paused")) {
      const paused = knowledge.slaClock.segments.filter(({ state }) => state === "paused");
      expect(paused.map(({ reason }) => reason)).toEqual([expect.stringMatching(/^waiting on /)]);
    }
    for (const { knowledge } of casesOf("sla-breached")) {
      const { status, targetFrom } = knowledge.slaClock;
      expect(targetFrom).toBe("the due date in the traces");
      expect(["overdue", "breached"]).toContain(status.state);
    }
  });
});
