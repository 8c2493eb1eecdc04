import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { channels } from "@/lib/domain/trace/channel";
import type { CasePromise } from "@/lib/domain/case/case-promise";
import type { DerivedCase, Handoff, Interaction } from "@/lib/domain/case/case";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { derivedCase, derivedInteraction, firstUs } from "@/lib/testing/derived-case";
import { emptyKnowledge } from "@/lib/testing/empty-knowledge";
import { runs } from "@/lib/testing/runs";
import { scaleModes } from "./create-scale";
import { layOutTimeline } from "./lay-out-timeline";
import type { TimelineLayout } from "./layout-model";
import { prepareTimeline, type TimelineInput } from "./prepare-timeline";
import { itemNames, promises as promiseWords } from "../words/timeline";

const minuteUs = 60_000_000;
const dayUs = 1440 * minuteUs;
const view = { mode: "compressed", width: 928, isFitted: false } as const;
const nowhere = {
  contact: () => null,
  handoff: () => null,
  promise: () => null,
  disclosure: () => null,
  message: () => null,
};

function contact(ordinal: number, more: Partial<Interaction>): Interaction {
  const startUs = more.startUs ?? firstUs + ordinal * 2 * dayUs;
  return derivedInteraction({ ordinal, startUs, endUs: startUs + 12 * minuteUs, ...more });
}

function handoff(ordinal: number, more: Partial<Handoff> = {}): Handoff {
  return {
    ordinal,
    fromInteraction: ordinal,
    toInteraction: ordinal + 1,
    kind: "channel-switch",
    isChannelChanged: true,
    fromKind: "ai",
    toKind: "ai",
    initiator: "customer",
    gapUs: dayUs,
    toTeam: null,
    atMessage: 1,
    ...more,
  };
}

function timelineOf(derived: Partial<DerivedCase>, told: Partial<TimelineInput> = {}) {
  return prepareTimeline({
    derived: derivedCase(derived),
    knowledge: emptyKnowledge(),
    repeatUs: null,
    asOfUs: firstUs + 365 * dayUs,
    calendar: { hours: defaultSettings.businessHours, timeZone: "UTC" },
    hrefs: nowhere,
    ...told,
  });
}

const threeContacts = {
  messages: [],
  closing: { atUs: firstUs + 4 * dayUs + 20 * minuteUs, from: "event" as const },
  interactions: [
    contact(0, { channel: "chat" }),
    contact(1, { channel: "voice", agentKinds: ["human"] }),
    contact(2, { channel: "unknown" }),
  ],
  handoffs: [handoff(0), handoff(1)],
};

const promise: CasePromise = {
  quote: { message: 0, start: 0, end: 4 },
  interaction: 0,
  by: "ai",
  kind: "credit",
  what: "credit of $40",
  madeUs: firstUs + 5 * minuteUs,
  dueUs: firstUs + dayUs,
  dueWords: "by tomorrow",
  status: "open",
  because: "Nothing shows it.",
  evidence: null,
  settledUs: null,
  receptions: [{ interaction: 1, reception: "denied", quote: null }],
};

function numbersOf(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  if (value instanceof Map) return numbersOf([...value.values()]);
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(numbersOf);
}

function expectDrawable(layout: TimelineLayout): void {
  expect(numbersOf(layout).every(Number.isFinite)).toBe(true);
  expect(JSON.stringify(layout)).not.toMatch(/NaN|undefined|Infinity/);
  for (const { x, width } of layout.bars) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(layout.width);
  }
}

describe("a timeline's layout", () => {
  it("has a lane for each channel that was used, in the order of every page", () => {
    const { lanes } = layOutTimeline(timelineOf(threeContacts), view);
    expect(lanes.map(({ channel, top }) => [channel, top])).toEqual([
      ["voice", 142],
      ["chat", 196],
      ["unknown", 250],
    ]);
  });

  it("breaks the idle time between contacts and names it", () => {
    const { gaps } = layOutTimeline(timelineOf(threeContacts), view);
    expect(gaps.map(({ words }) => words)).toEqual(["2 d", "2 d"]);
  });

  it("outlines AI and fills a person by what each bar says of its agents", () => {
    const { bars } = layOutTimeline(timelineOf(threeContacts), view);
    expect(
      bars.map(({ channel, segments: parts }) => [channel, parts.map((part) => part.letters)]),
    ).toEqual([
      ["voice", ["H"]],
      ["chat", ["AI"]],
      ["unknown", ["AI"]],
    ]);
  });

  it("leads each handoff from one bar to the next, with room for its chip", () => {
    const { connectors, bars } = layOutTimeline(timelineOf(threeContacts), view);
    expect(connectors.map(({ itemIds }) => itemIds)).toEqual([["h0"], ["h1"]]);
    for (const { chip } of connectors) {
      const isCovered = bars.some(
        (bar) =>
          chip !== null &&
          Math.abs(chip.y - bar.y - 17) < 26 &&
          chip.x > bar.x &&
          chip.x < bar.x + bar.width,
      );
      expect(isCovered).toBe(false);
    }
  });

  it("drops a promise from its bar to its rail and breaks a gap where it is due", () => {
    const knowledge = emptyKnowledge({ promises: [promise] });
    const timeline = timelineOf(threeContacts, { knowledge });
    const layout = layOutTimeline(timeline, view);
    const [line] = layout.promises;
    expect(layout.gaps).toHaveLength(3);
    expect(line?.tone).toBe("fail");
    expect(line?.y).toBeGreaterThan(layout.promisesTop);
    expect(line?.dueX).toBeGreaterThan(line?.saidX ?? Infinity);
    expect(line?.dashedToX).toBeGreaterThan(line?.dueX ?? Infinity);
    expect(timeline.items.find(({ id }) => id === "p0")?.name).toBe(
      itemNames.promise(
        "Chat",
        "Mon 5 Jan, 08:05",
        "credit of $40 by tomorrow",
        itemNames.due("Tue 6 Jan 2026, 08:00"),
        promiseWords.states.overdue,
      ),
    );
  });

  it.each([928, 500, 400])("begins a promise beside its bar's letters on %s px", (width) => {
    const early = { ...promise, madeUs: firstUs + minuteUs };
    const knowledge = emptyKnowledge({ promises: [early] });
    const timeline = timelineOf(threeContacts, { knowledge });
    const { bars, promises } = layOutTimeline(timeline, { ...view, width, isFitted: true });
    const bar = bars.find(({ channel }) => channel === "chat");
    const [segment] = bar?.segments ?? [];
    expect(segment?.letters).toBe("AI");
    expect(promises[0]?.saidX).toBeGreaterThan((segment?.lettersX ?? Infinity) + 11 + 6);
    expect(promises[0]?.saidX).toBeLessThan((bar?.x ?? 0) + (bar?.width ?? 0));
  });

  it("names a gap in two units, in one where there is little room, never cut", () => {
    const { interactions } = threeContacts;
    const [first] = interactions;
    if (first === undefined) throw new Error("a case of three contacts has a first");
    const gapWords = (gapMinutes: number) => {
      const startUs = first.endUs + gapMinutes * minuteUs;
      const second = { ...first, ordinal: 1, startUs, endUs: startUs + 5 * minuteUs };
      const derived = { interactions: [first, second], closing: null };
      return layOutTimeline(timelineOf(derived, { asOfUs: second.endUs }), view).gaps.map(
        ({ words }) => words,
      );
    };
    expect([45, 90, 135, 981, 4080].flatMap(gapWords)).toEqual([
      "45 min",
      "90 min",
      "2 h",
      "16 h 21 min",
      "2 d 20 h",
    ]);
  });

  it("shows a case that is open up to now", () => {
    const timeline = timelineOf({ ...threeContacts, closing: null });
    const { now, width } = layOutTimeline(timeline, view);
    expect(now?.x).toBeGreaterThan(0);
    expect(now?.x).toBeLessThan(width);
  });

  it("prints “now” inside the plot and over no other word, whenever it is and however wide", () => {
    const px = 3 * 6.5;
    for (const mode of scaleModes) {
      for (const minutes of [9000, 9_100, 12_000, 20_000, 90_000, 525_600]) {
        for (const width of [320, 480, 928]) {
          const asOfUs = firstUs + minutes * minuteUs;
          const knowledge = emptyKnowledge({
            promises: [{ ...promise, dueUs: asOfUs + 3 * dayUs }],
          });
          const open = { ...threeContacts, closing: null };
          const timeline = timelineOf(open, { asOfUs, knowledge });
          const { now, gaps, ...layout } = layOutTimeline(timeline, {
            mode,
            width,
            isFitted: true,
          });
          if (now === null) throw new Error("an open case goes on until now");
          const from = now.anchor === "start" ? now.labelX : now.labelX - px;
          expect(from).toBeGreaterThanOrEqual(0);
          expect(from + px).toBeLessThanOrEqual(layout.width);
          for (const { x, width: gap, words } of gaps) {
            const half = (words.length * 6.1) / 2;
            const isOver =
              words !== "" && x + gap / 2 - half < from + px && from < x + gap / 2 + half;
            expect(isOver).toBe(false);
          }
        }
      }
    }
  });

  it("merges contacts of a crowd into at most 60 bars that count them", () => {
    const interactions = Array.from({ length: 500 }, (_, at) =>
      contact(at, {
        channel: channels[at % 5] ?? "chat",
        startUs: firstUs + at * 97 * minuteUs,
      }),
    );
    const { bars, width } = layOutTimeline(timelineOf({ interactions }), view);
    expect(bars.length).toBeLessThanOrEqual(60);
    expect(bars.flatMap(({ itemIds }) => itemIds)).toHaveLength(500);
    expect(width).toBeLessThan(4000);
  });

  it("can be drawn whatever the contacts, their order and the scale", () => {
    const told = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 40 * 1440 }),
        length: fc.integer({ min: 0, max: 3000 }),
        channel: fc.constantFrom(...channels),
      }),
      { minLength: 1, maxLength: 90 },
    );
    fc.assert(
      fc.property(told, fc.constantFrom(...scaleModes), fc.boolean(), (list, mode, isFitted) => {
        const interactions = list
          .toSorted((a, b) => a.at - b.at)
          .map(({ at, length, channel }, ordinal) => {
            const startUs = firstUs + at * minuteUs;
            return contact(ordinal, { channel, startUs, endUs: startUs + length * minuteUs });
          });
        const handoffs = interactions.slice(1).map((_, at) => handoff(at));
        const layout = layOutTimeline(timelineOf({ interactions, handoffs }), {
          mode,
          width: 928,
          isFitted,
        });
        expectDrawable(layout);
        expect(layout.bars.flatMap(({ itemIds }) => itemIds)).toHaveLength(interactions.length);
      }),
      { numRuns: runs(60) },
    );
  });
});
