import { beforeAll, describe, expect, it } from "vitest";
import type { DerivedCase } from "@/lib/domain/case/case";
import { handoffTopics, handoffTopicLabels } from "@/lib/domain/case/handoff-packet";
import { outcomes } from "@/lib/domain/case/outcome";
import {
  contactValue,
  median,
  packetVerdict,
  touches,
  valuesOf,
} from "@/lib/testing/demo-readings";
import { demoSeed } from "@/lib/testing/demo-workspace";
import { readDemo, type SeenCase } from "@/lib/testing/read-demo";
import { releaseItems } from "@/lib/pages/case/timeline/release-items";
import { demoTruth } from "./demo-truth";
import type { DemoCase } from "./model";
import { planCases } from "./plan-cases";
import type { StoryName } from "./story-names";
import { createWorld } from "./world";

const { endUs } = demoSeed;
const dayUs = 86_400_000_000;

const truth = demoTruth(demoSeed);
const planned = planCases(createWorld(demoSeed.seed, endUs));
let seen: ReadonlyMap<string, SeenCase> = new Map();
let rejected = 0;
let unassigned = 0;
let stored = "";

beforeAll(async () => {
  ({ seen, rejected, unassigned, stored } = await readDemo());
});

describe("the demo workspace", () => {
  it("takes everything, and has each case that was planned", () => {
    expect(rejected).toBe(0);
    expect([...seen.keys()].sort()).toEqual(planned.map(({ caseId }) => caseId).sort());
  });

  it("has every outcome there is, and resolves most of its cases", () => {
    const counts = new Map(outcomes.map((outcome) => [outcome, 0]));
    for (const { outcome } of seen.values()) {
      const known = outcomes.find((each) => each === outcome);
      if (known !== undefined) counts.set(known, (counts.get(known) ?? 0) + 1);
    }
    expect([...counts].filter(([, count]) => count < 5)).toEqual([]);
    const outside = ["duplicate", "unknown", "in_progress"];
    const judged = [...seen.values()].filter(({ outcome }) => !outside.includes(outcome));
    const resolved = judged.filter(({ outcome }) => outcome.startsWith("resolved"));
    const ratio = resolved.length / judged.length;
    expect(ratio).toBeGreaterThan(0.55);
    expect(ratio).toBeLessThan(0.75);
  });

  it("has every word that was said once, in its place, whatever instrumentation wrote it", () => {
    const wrong = planned
      .filter((each) => each.record?.mergedInto == null && !isMergedInto(each.caseId))
      .filter(({ contacts }) => !contacts.some(({ isStripped }) => isStripped))
      .filter((each) => !isAsSaid(seen.get(each.caseId)?.derived, each))
      .map(({ caseId, contacts }) => `${caseId} ${contacts.map(({ channel }) => channel).join()}`);
    expect(wrong).toEqual([]);
  });

  it("has a feed that fell silent while the others went on", () => {
    const contacts = [...seen.values()].flatMap(({ derived }) => derived.interactions);
    const daysAgo = (channel: string) =>
      contacts
        .filter((contact) => contact.channel === channel)
        .map(({ endUs: lastUs }) => (endUs - lastUs) / dayUs);
    const social = daysAgo("social").filter((days) => days < 28);
    expect(Math.min(...social)).toBeGreaterThanOrEqual(10);
    expect(social.length).toBeGreaterThan(9);
    for (const channel of ["voice", "chat", "email", "in_app"]) {
      expect(Math.min(...daysAgo(channel))).toBeLessThan(3);
    }
  });

  it("closes no case as something that cases of its type are not about", () => {
    const refunded = planned.filter(({ record }) => record?.code?.includes("refunded") === true);
    expect(refunded.length).toBeGreaterThan(5);
    expect(new Set(refunded.map(({ caseType }) => caseType))).toEqual(new Set(["refund"]));
  });

  it("has some spans without a case, and imported scores", () => {
    expect(unassigned).toBeGreaterThan(10);
    const scores = [...seen.values()].flatMap(({ derived }) => derived.scores);
    expect(scores.filter(({ version }) => version === "imported").length).toBeGreaterThan(60);
  });

  it("has packets for the people who take over, each with the parts that were given", () => {
    const packets = planned.flatMap(({ caseId, contacts }) =>
      contacts.flatMap(({ handedOver: parts, startUs }) => {
        const verdict = packetVerdict(seen.get(caseId)?.derived, startUs);
        return parts !== null && verdict?.status === "scored" ? [{ parts, verdict }] : [];
      }),
    );
    expect(packets.length).toBeGreaterThan(20);
    for (const { parts, verdict } of packets) {
      const isWhole = parts.length === handoffTopics.length;
      expect(verdict.value).toBe(isWhole ? 1 : parts.length === 0 ? 0 : 0.5);
      const named = handoffTopics.filter((part) => parts.includes(part));
      const found = named.map((part) => handoffTopicLabels[part]).join(", ");
      if (!isWhole) expect(verdict.because).toContain(found);
    }
  });

  it("has customers who ask whether that is a bot, and agents who say so or do not", () => {
    const casesOf = planned.flatMap(({ caseId, contacts }) =>
      contacts.map(({ wasHonest, startUs }) => ({
        wasHonest,
        value: contactValue(seen.get(caseId)?.derived, startUs, "bot_question"),
      })),
    );
    const found = casesOf.filter(({ value }) => value !== undefined);
    for (const { wasHonest, value } of found) expect(value).toBe(wasHonest === true ? 1 : 0);
    expect(new Set(found.map(({ value }) => value)).size).toBe(2);
    expect(found.length).toBeGreaterThan(15);
  });

  it("has a channel whose exporter redacts what is said, and others that let it through", () => {
    const values = [...seen.values()].flatMap(({ derived }) =>
      valuesOf(derived, "redaction_coverage"),
    );
    expect(values).toContain(1);
    expect(values).toContain(0);
  });

  it("has answers that keep to the passages, and some that misquote them", () => {
    const values = [...seen.values()].flatMap(({ derived }) => valuesOf(derived, "groundedness"));
    const grounded = values.filter((value) => value >= 0.5).length;
    expect(grounded / values.length).toBeGreaterThan(0.6);
    expect(grounded).toBeLessThan(values.length);
  });

  it("stores no e-mail address, telephone, card or account number of its people", () => {
    const planted = new Set(
      planned.flatMap(({ customer: { email, phone, account } }) => [
        email,
        plainPhone(phone),
        account,
      ]),
    );
    const cards = planned.flatMap(cardsOf);
    expect(cards.length).toBeGreaterThan(3);
    for (const card of cards) planted.add(card);
    const looksPersonal =
      /[\w.]+@mailbox-\w+\.net|\+?1[ -]?\d{3}[ -]?555[ -]?\d{4}|\b(?:\d{4} ?){4}|\b\d{8}\b/g;
    const found = stored.match(looksPersonal) ?? [];
    const leaks = found.filter((each) => planted.has(each) || planted.has(each.replace(/\D/g, "")));
    expect(leaks).toEqual([]);
  });
});

describe("each story is there", () => {
  it("a credit promised in chat that the phone does not know, and one that it knows", () => {
    for (const { derived } of casesOf("promise-unknown-on-the-phone")) {
      expect(derived.interactions.map(({ channel }) => channel).slice(0, 2)).toEqual([
        "chat",
        "voice",
      ]);
      const amount = /(\$\d+) credit/.exec(textOf(derived, 0, "agent"))?.[1];
      expect(textOf(derived, 1, "customer")).toContain(amount);
      expect(textOf(derived, 1, "agent")).toMatch(
        /don't see|can't find|cannot find|nothing|no record/i,
      );
    }
    for (const { derived } of casesOf("promise-known-on-the-phone")) {
      const amount = /(\$\d+) credit/.exec(textOf(derived, 0, "agent"))?.[1];
      expect(textOf(derived, 1, "agent")).toContain(amount);
    }
  });

  it("an account number given three times", () => {
    for (const { derived } of casesOf("account-number-three-times")) {
      const given = derived.messages.filter(
        ({ speaker, text }) => speaker === "customer" && text.includes("<ACCOUNT:"),
      );
      expect(given.length).toBe(derived.interactions.length);
      expect(repeats(derived)).toBeGreaterThan(0);
    }
  });

  it("a chat that counts as contained, and a call about it within two days", () => {
    const cases = casesOf("chat-contained-then-voice").map(({ derived }) => derived);
    for (const customer of new Set(cases.map(({ customerId }) => customerId))) {
      const contacts = cases
        .filter(({ customerId }) => customerId === customer)
        .flatMap(({ interactions }) => interactions)
        .toSorted((one, other) => one.startUs - other.startUs);
      expect(contacts.map(({ channel }) => channel)).toEqual(["chat", "voice"]);
      expect(contacts[0]?.agentKinds).toEqual(["ai"]);
      const gapUs = (contacts[1]?.startUs ?? Infinity) - (contacts[0]?.endUs ?? 0);
      expect(gapUs).toBeLessThan(2 * dayUs);
    }
  });

  it("cases in which the shared template changes between two calls, and the voice with it", () => {
    for (const { derived } of casesOf("template-changed-within-a-case")) {
      const { changes } = releaseItems(derived);
      expect(changes.map(({ words }) => words)).toEqual([
        "support-core v7 → v8, on Voice and Chat",
      ]);
      expect(derived.interactions.map(({ channel }) => channel)).toEqual([
        "voice",
        "chat",
        "voice",
      ]);
      expect(textOf(derived, 2, "agent")).not.toMatch(/\b(I|we|you|they)'(m|re|ve|ll)\b/);
    }
  });

  it("a voice agent that is formal from the week on in which chat's template changed", () => {
    const contracted = (from: number, to: number) => {
      const words = [...seen.values()]
        .flatMap(({ derived }) =>
          derived.messages.filter(
            (message) =>
              message.speaker === "agent" &&
              message.agentKind === "ai" &&
              derived.interactions[message.interaction]?.channel === "voice" &&
              /^v[678]$/.test(message.promptVersion ?? "") &&
              message.atUs >= from &&
              message.atUs < to,
          ),
        )
        .map(({ text }) => text);
      expect(words.length).toBeGreaterThan(40);
      return words.filter((text) => /\b\w+'(s|re|ve|ll|m|d|t)\b/.test(text)).length / words.length;
    };
    expect(contracted(0, truth.templateChangeUs)).toBeGreaterThan(0.4);
    expect(contracted(truth.templateChangeUs, endUs)).toBeLessThan(0.05);
  });

  it("a drift from the persona contract on the phone since then, and nowhere else", () => {
    const { formal, others } = personaValues();
    expect(formal.length).toBeGreaterThan(30);
    expect(formal.filter((value) => value < 0.5).length / formal.length).toBeGreaterThan(0.95);
    for (const [channel, values] of others) {
      const off = values.filter((value) => value < 0.5).length / values.length;
      expect([channel, values.length > 20, off < 0.05]).toEqual([channel, true, true]);
    }
  });

  it("a disclosure that chat gives and a text message leaves out, at high risk", () => {
    const isDisclosed = /reported to credit agencies|passed to credit agencies/;
    for (const { derived } of casesOf("disclosure-missed-by-sms")) {
      expect([derived.risk, isDisclosed.test(textOf(derived, 0, "agent"))]).toEqual(["high", true]);
      expect(isDisclosed.test(textOf(derived, 1, "agent"))).toBe(false);
    }
    for (const { derived } of casesOf("disclosure-given-by-sms")) {
      expect(textOf(derived, 1, "agent")).toMatch(isDisclosed);
    }
  });

  it("a billing error that is back for the third time after two resolutions", () => {
    const chains = truth.chains.filter((chain) => chain.length === 3);
    for (const chain of chains) {
      const [first, second, third] = chain.map((caseId) => seen.get(caseId));
      expect(first?.derived.closure.evidence).toBe("verified");
      expect(second?.derived.closure.evidence).toBe("verified");
      expect(third?.outcome).toBe("passed_on");
    }
    const repeated = chains.filter((chain) => seen.get(chain[0] ?? "")?.outcome === "reopened");
    expect(repeated.length).toBeGreaterThan(2);
  });

  it("a chat rated 5 in a case of five touches that never closed", () => {
    for (const { derived, outcome } of casesOf("happy-chat-never-closed")) {
      expect([derived.csat, outcome]).toEqual([5, "unresolved"]);
      expect(derived.interactions.filter(({ isTouchpoint }) => isTouchpoint).length).toBe(5);
    }
  });

  it("two prompts whose comparison turns over within each case type", () => {
    const [a, b] = (["prompt-comparison-a", "prompt-comparison-b"] as const).map((name) =>
      casesOf(name).map(({ derived }) => derived),
    );
    expect(touches(a)).toBeLessThan(touches(b));
    for (const caseType of ["account", "delivery", "billing", "outage"]) {
      const within = (cases: readonly DerivedCase[] | undefined) =>
        touches(cases?.filter((each) => each.caseType === caseType));
      expect(within(b)).toBeLessThan(within(a));
    }
    const versions = new Set(
      a?.flatMap(({ interactions }) => interactions[0]?.promptVersions ?? []),
    );
    expect([...versions]).toEqual(["a-3"]);
  });

  it("an outage that comes back on other channels until one step is taken", () => {
    const ends = casesOf("outage-recurring").map(({ derived: { messages }, outcome }) => {
      const isSwapped = messages.some(({ tool }) => tool?.name === truth.lastingFix);
      return `${isSwapped ? "swapped" : "other"}, ${outcome === "reopened" ? "back" : "held"}`;
    });
    const count = (end: string) => ends.filter((each) => each === end).length;
    expect([count("swapped, back"), count("other, held")]).toEqual([0, 2]);
    expect(Math.min(count("swapped, held"), count("other, back"))).toBeGreaterThan(10);
  });

  it("a team that resolves outages faster by the same step", () => {
    const [north, others] = (["outage-step-north", "outage-step-others"] as const).map(casesOf);
    for (const { derived } of north ?? []) {
      expect(derived.messages.find(({ tool }) => tool !== null)?.tool?.name).toBe("reset_port");
      expect(truth.northTeam).toContain(derived.interactions[0]?.agentIds[0]);
    }
    const lasting = (cases: readonly SeenCase[] | undefined) =>
      median(
        (cases ?? []).map(({ derived }) => (derived.lastContactUs ?? 0) - (derived.openedUs ?? 0)),
      );
    expect(lasting(north) * 20).toBeLessThan(lasting(others));
  });

  it("agents who change inside a chat, duplicates, reopenings and words that were taken out", () => {
    const kinds = casesOf("ai-to-human-in-one-chat").map(({ derived }) =>
      derived.handoffs.map(({ kind }) => kind).join(),
    );
    expect(new Set(kinds)).toEqual(new Set(["ai-to-human"]));
    const outcomesOf = (name: StoryName) => [
      ...new Set(casesOf(name).map(({ outcome }) => outcome)),
    ];
    expect(outcomesOf("merged-duplicate")).toEqual(["duplicate"]);
    expect(outcomesOf("reopened-after-closing")).toEqual(["reopened"]);
    expect(outcomesOf("words-stripped")).toEqual(["unknown"]);
    expect(outcomesOf("record-without-traces")).toEqual(["unknown"]);
  });
});

/** Persona scores: where the changed template made agents formal, and elsewhere by channel. */
function personaValues() {
  const formal: number[] = [];
  const others = new Map<string, number[]>();
  for (const { derived } of seen.values()) {
    for (const { evaluator, target, verdict } of derived.scores) {
      if (evaluator !== "persona_consistency" || verdict.status !== "scored") continue;
      const contact = target.kind === "interaction" ? derived.interactions[target.ordinal] : null;
      if (contact == null) continue;
      const isFormal = contact.channel === "voice" && contact.promptVersions.includes("v8");
      const values = isFormal ? formal : (others.get(contact.channel) ?? []);
      values.push(verdict.value);
      if (!isFormal) others.set(contact.channel, values);
    }
  }
  return { formal, others };
}

function casesOf(name: StoryName): readonly SeenCase[] {
  const cases = (truth.stories.get(name) ?? []).flatMap((caseId) => seen.get(caseId) ?? []);
  // A story near the end may be unfinished.
  return cases.filter(({ outcome }) => outcome !== "in_progress");
}

function textOf(derived: DerivedCase, interaction: number, speaker: string): string {
  return derived.messages
    .filter((message) => message.interaction === interaction && message.speaker === speaker)
    .map(({ text }) => text)
    .join("\n");
}

function repeats(derived: DerivedCase): number {
  return valuesOf(derived, "repeat_information").filter((value) => value === 1).length;
}

function plainPhone(phone: string): string {
  return phone.replace(/\D/g, "");
}

function isMergedInto(caseId: string): boolean {
  return planned.some(({ record }) => record?.mergedInto === caseId);
}

const mask = /<[A-Z_]+:[0-9a-f]{16}>/;
const maskedMost = 60;

/** True if the derived text equals the generated one, apart from pseudonyms. */
function isAsSaid(derived: DerivedCase | undefined, { contacts }: DemoCase): boolean {
  const said = contacts.flatMap(({ turns }) => turns).filter((turn) => "text" in turn);
  const read = (derived?.messages ?? []).filter(
    ({ speaker }) => speaker === "customer" || speaker === "agent",
  );
  return (
    said.length === read.length &&
    read.every(({ speaker, text }, index) => {
      const turn = said[index];
      return turn?.who === speaker && matchesMasked(text, turn.text);
    })
  );
}

function matchesMasked(masked: string, text: string): boolean {
  const parts = masked.split(mask).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(`[^]{1,${String(maskedMost)}}?`)}$`).test(text);
}

function cardsOf({ contacts }: DemoCase): readonly string[] {
  return contacts
    .flatMap(({ turns }) => turns)
    .flatMap((turn) => (turn.who === "tool" ? [turn.tool.args["card_number"]] : []))
    .flatMap((card) => (card === undefined ? [] : [String(card).replaceAll(" ", "")]));
}
