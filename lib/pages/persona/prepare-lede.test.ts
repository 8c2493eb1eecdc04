import { describe, expect, it } from "vitest";
import type { Channel } from "@/lib/domain/trace/channel";
import type { PersonaAttribute } from "@/lib/domain/settings/persona-contract";
import type { ChannelDrift, DriftFigures } from "@/lib/analytics/persona/drift-figures";
import type { PromptVersion } from "@/lib/analytics/prompts/lineage";
import { weekUs } from "@/lib/analytics/prompts/series";
import { preparePersonaLede } from "./prepare-lede";
import * as words from "./words/page";

const use = (channel: Channel, week: number) => ({
  ...{ channel, firstUs: week * weekUs, lastUs: 26 * weekUs, contacts: 40 },
});
const v8: PromptVersion = {
  ...{ prompt: "core@v8", template: "core", version: "v8" },
  uses: [use("voice", 17.3), use("chat", 17.2)],
};
const ownV8: PromptVersion = { ...v8, uses: [use("voice", 17.3)] };
const reference = {
  mean: 2,
  spread: 0.5,
  count: 40,
  kinds: [],
  others: { count: 40, sum: 80, squares: 170 },
};

function series(
  channel: Channel,
  attribute: PersonaAttribute,
  change: number | null,
  prompts: readonly PromptVersion[] = [],
): ChannelDrift {
  const effect = {
    ...{ sinceUs: 17.3 * weekUs, count: 41, value: change ?? 0, chance: 0.0001 },
    interval: [(change ?? 0) - 0.2, (change ?? 0) + 0.2] as const,
  };
  return {
    ...{ channel, attribute, contacts: 120, range: { target: 2, tolerance: 1 } },
    changes: prompts.length === 0 ? [] : [{ atUs: 17.3 * weekUs, prompts }],
    drift: {
      ...{
        kind: "weekly",
        baseline: { fromUs: 0, toUs: 8 * weekUs },
        reference,
        weeks: [],
        effect,
      },
      alarms: [],
      alarm:
        change === null
          ? null
          : { outsideUs: 17 * weekUs, outsideToUs: 18 * weekUs, atUs: 23 * weekUs, effect },
    },
  };
}

const lede = (
  all: readonly ChannelDrift[],
  lineage: readonly PromptVersion[] = [],
  isApproved = true,
) =>
  preparePersonaLede(
    { fromUs: 0, toUs: 0, lineage, series: all } satisfies DriftFigures,
    isApproved,
  );

describe("the finding of the Persona page", () => {
  it("names the channel, the way it went, and the shared version it went with", () => {
    const found = lede(
      [
        series("voice", "formality", 2.8, [v8]),
        series("chat", "formality", null, [v8]),
        series("voice", "warmth", -1.7, [v8]),
        series("voice", "contractionRate", -80, [v8]),
      ],
      [v8],
    );
    expect(found).toEqual({
      lead: expect.stringContaining(` more formal ${words.sincePrompts("core v8")}`) as string,
      rest: `${words.versionReached("chat", "voice")}. ${words.changedThereToo("Warmth and contractions")} ${words.lede.noOther}`,
    });
  });

  it("does not blame a template that nobody shares, nor chat where it moved as well", () => {
    expect(lede([series("voice", "warmth", -0.6, [ownV8])]).rest).toBe(words.lede.noOther);
    const both = [series("voice", "warmth", -0.9, [v8]), series("chat", "warmth", -0.6, [v8])];
    expect(lede(both).rest).toBe(
      `${words.channelsChangedToo(words.versionReached("chat", "voice"), "chat")} ${words.alsoRaiseAlarm("Chat", 1)}`,
    );
  });

  it("names no prompt where none changed in the weeks before", () => {
    const { lead, rest } = lede([series("sms", "directness", 0.5)]);
    expect(lead).toContain(` more direct ${words.sinceWeekOf("30 Apr 1970")}`);
    expect(rest).toContain(words.lede.noChange);
  });

  it("says that nothing moved only of channels that are followed", () => {
    const waiting: ChannelDrift = {
      ...series("email", "warmth", null),
      drift: { kind: "none", because: "no-baseline" },
    };
    expect(lede([series("chat", "warmth", null), waiting])).toEqual({
      lead: words.lede.quiet,
      rest: words.channelsJudged(1, 0, 1),
    });
    const chat = series("chat", "warmth", null);
    const few: ChannelDrift =
      chat.drift.kind === "weekly" ? { ...chat, drift: { ...chat.drift, effect: null } } : chat;
    expect(lede([{ ...few, channel: "voice" }, chat])).toEqual({
      lead: words.lede.quietElsewhere,
      rest: words.channelsJudged(1, 1, 0),
    });
    expect(lede([few]).lead).toBe(words.lede.few);
    expect(lede([waiting])).toBe(words.lede.tooEarly);
    expect(lede([waiting], [], false)).toBe(words.lede.noContract);
    expect(lede([])).toBe(words.lede.noAgent);
  });
});
