import { describe, expect, it } from "vitest";
import { derivedInteraction, firstUs } from "@/lib/testing/derived-case";
import { containedStory, summariseTracks, type Tracks } from "./summarise-tracks";
import { tracks as words } from "../words/title";

const hourUs = 3_600_000_000;
const byRule = (rule: string) => words.rules(1, rule);
const sla = { label: "", words: "", segments: [], dueUs: null, overWords: null };
const quiet: Tracks = { contacts: [], disclosures: [], releases: [], sla };

const missing = {
  id: "d0",
  place: 0,
  contact: 0,
  atUs: firstUs,
  status: "missing",
  tone: "fail",
  rule: "sms-opt-out",
  title: "Say how to stop text messages",
  found: "not found by rule sms-opt-out, not reviewed",
  words: "Say how to stop text messages: not found by rule sms-opt-out, not reviewed",
} as const;

const release = {
  id: "r0",
  atUs: firstUs,
  at: "",
  words: "support-core v7 → v8, on Voice and Chat",
  formalOn: [],
  message: 0,
  lanes: [],
};

describe("railStory", () => {
  it("tells what was not said before a missed deadline, and that before a changed prompt", () => {
    const late = { ...quiet, releases: [release], sla: { ...sla, overWords: "2 d over" } };
    expect(summariseTracks(quiet)).toBeNull();
    expect(summariseTracks({ ...quiet, releases: [release] })).toBe(
      words.promptChanged(release.words, ""),
    );
    expect(summariseTracks({ ...quiet, releases: [{ ...release, formalOn: ["Voice"] }] })).toBe(
      words.promptChanged(release.words, "Voice"),
    );
    expect(summariseTracks(late)).toBe(words.slaMissed("2 d over"));
    expect(summariseTracks({ ...late, disclosures: [missing] })).toBe(
      words.notFound("How to stop text messages", "Unknown channel", byRule("sms-opt-out")),
    );
  });

  it("tells first of what one channel said and no rule found on another, as nobody reviewed", () => {
    const channels = [{ channel: "chat" }, { channel: "sms" }] as const;
    const terms = { ...missing, contact: 1, rule: "price", title: "Say what it costs" };
    const given: Tracks["disclosures"][number] = {
      ...terms,
      id: "d2",
      contact: 0,
      status: "given",
    };
    const disclosures = [{ ...missing, contact: 1 }, given, terms];
    expect(summariseTracks({ ...quiet, contacts: channels, disclosures })).toBe(
      words.saidElsewhere("What it costs", "Chat", "SMS", byRule("price")),
    );
  });
});

describe("containedStory", () => {
  const chat = derivedInteraction({ endUs: firstUs + hourUs });
  const call = derivedInteraction({ ordinal: 1, channel: "voice", startUs: firstUs + 20 * hourUs });

  it("tells of a contact that AI alone answered, and of the customer's return on another channel", () => {
    expect(containedStory({ interactions: [chat, call] })).toBe(
      words.answeredByAi("Chat", "Voice", "19 h"),
    );
  });

  it.each([
    ["a person answered", [{ ...chat, agentKinds: ["ai", "human"] as const }, call]],
    ["it was handed over", [{ ...chat, isTransferred: true }, call]],
    ["the return is on the same channel", [chat, { ...call, channel: "chat" as const }]],
    ["the return is late", [chat, { ...call, startUs: firstUs + 90 * hourUs }]],
    ["nobody came back", [chat]],
  ])("tells nothing where %s", (_, interactions) => {
    expect(containedStory({ interactions })).toBeNull();
  });
});
