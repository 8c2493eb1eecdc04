import { describe, expect, it } from "vitest";
import { derivedInteraction, derivedMessage, firstUs } from "@/lib/testing/derived-case";
import { releaseItems } from "./release-items";

const channels = ["voice", "chat", "voice"] as const;
const interactions = channels.map((channel, ordinal) => derivedInteraction({ ordinal, channel }));

const said = (
  ordinal: number,
  interaction: number,
  promptVersion: string | null,
  promptName: string | null = "support-core",
) =>
  derivedMessage({
    ordinal,
    interaction,
    speaker: "agent",
    agentKind: "ai",
    atUs: firstUs + ordinal,
    promptName,
    promptVersion,
  });

describe("tellReleases", () => {
  it("tells a shared template's change once, with every lane that it reaches", () => {
    const messages = [said(0, 0, "v7"), said(1, 1, "v8"), said(2, 2, "v8"), said(3, 2, "v8")];
    const { changes, atOpening } = releaseItems({ messages, interactions });
    expect(atOpening).toBe("support-core v7 on Voice");
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      id: "r0",
      atUs: firstUs + 1,
      message: 1,
      words: "support-core v7 → v8, on Voice and Chat",
      lanes: [
        { channel: "chat", atUs: firstUs + 1, words: "support-core v8" },
        { channel: "voice", atUs: firstUs + 2, words: "support-core v8" },
      ],
    });
  });

  it("keeps prompts apart by their names, and those without one by their channel", () => {
    const messages = [
      said(0, 0, "v1", null),
      said(1, 1, "v5", "other"),
      said(2, 2, "v2", null),
      said(3, 2, null, null),
    ];
    const { changes, atOpening } = releaseItems({ messages, interactions });
    expect(atOpening).toBe("Voice prompt v1 on Voice · other v5 on Chat");
    expect(changes.map(({ words }) => words)).toEqual(["Voice prompt v1 → v2, on Voice"]);
  });

  it("tells of no change where nobody said a version", () => {
    expect(releaseItems({ messages: [said(0, 0, null)], interactions })).toEqual({
      changes: [],
      atOpening: "",
    });
  });
});
