import { describe, expect, it } from "vitest";
import type { Channel } from "@/lib/domain/trace/channel";
import type { PersonaAttribute } from "@/lib/domain/settings/persona-contract";
import type { ChannelDrift, DriftFigures } from "@/lib/analytics/persona/drift-figures";
import type { PromptVersion } from "@/lib/analytics/prompts/lineage";
import { weekUs } from "@/lib/analytics/prompts/series";
import { preparePersonaLede } from "./prepare-lede";

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
      lead: "Voice has grown more formal since core v8.",
      rest: "That version started on chat and reached voice through the shared template. Warmth and contractions changed there too. No other channel raises an alarm.",
    });
  });

  it("does not blame a template that nobody shares, nor chat where it moved as well", () => {
    expect(lede([series("voice", "warmth", -0.6, [ownV8])]).rest).toBe(
      "No other channel raises an alarm.",
    );
    const both = [series("voice", "warmth", -0.9, [v8]), series("chat", "warmth", -0.6, [v8])];
    expect(lede(both).rest).toContain("through the shared template; chat changed too.");
    expect(lede(both).rest).toContain("Chat also raises an alarm.");
  });

  it("names no prompt where none changed in the weeks before", () => {
    const { lead, rest } = lede([series("sms", "directness", 0.5)]);
    expect(lead).toBe("SMS has grown more direct since the week of 30 Apr 1970.");
    expect(rest).toContain("No prompt changed there in the four weeks before.");
  });

  it("says that nothing moved only of channels that are followed", () => {
    const waiting: ChannelDrift = {
      ...series("email", "warmth", null),
      drift: { kind: "none", because: "no-baseline" },
    };
    expect(lede([series("chat", "warmth", null), waiting])).toEqual({
      lead: "No channel has clearly moved away from its approved baseline.",
      rest: "1 channel judged, 1 without a baseline yet.",
    });
    const chat = series("chat", "warmth", null);
    const few: ChannelDrift =
      chat.drift.kind === "weekly" ? { ...chat, drift: { ...chat.drift, effect: null } } : chat;
    expect(lede([{ ...few, channel: "voice" }, chat])).toEqual({
      lead: "No channel with enough contacts has clearly moved away from its approved baseline.",
      rest: "1 channel judged, 1 with too few contacts to tell.",
    });
    expect(lede([few]).lead).toBe("Too few contacts here to tell whether a channel has changed.");
    expect(lede([waiting]).lead).toBe("It is too early to tell whether a channel has changed.");
    expect(lede([waiting], [], false).lead).toBe(
      "No channel can be followed yet: no persona contract is approved.",
    );
    expect(lede([]).lead).toBe("No AI agent speaks in these cases.");
  });
});
