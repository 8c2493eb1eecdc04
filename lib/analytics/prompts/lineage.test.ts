import { describe, expect, it } from "vitest";
import type { Channel } from "@/lib/domain/trace/channel";
import { latestSharedEdit, type PromptVersion } from "./lineage";

describe("latestSharedEdit", () => {
  it("is the last version that several channels run, after one of its template that several ran", () => {
    const [v6, v7, v8] = [
      version("core", "v6", { voice: 1, chat: 2 }),
      version("core", "v7", { voice: 12, chat: 11 }),
      version("core", "v8", { voice: 22, chat: 20 }),
    ];
    const lineage = [v6, v7, v8, version("core", "v9", { chat: 30 })];
    expect(latestSharedEdit(lineage)).toEqual({ before: v7, after: v8 });
  });

  it("is none where a template has one shared version, or names none", () => {
    expect(latestSharedEdit([])).toBeNull();
    expect(
      latestSharedEdit([
        version("core", "v1", { voice: 1, chat: 2 }),
        version("other", "v2", { voice: 3, chat: 4 }),
        version("", "v3", { voice: 5, chat: 6 }),
        version("", "v4", { voice: 7, chat: 8 }),
      ]),
    ).toBeNull();
  });
});

/** @param firsts by channel when it was first heard, µs */
function version(
  template: string,
  name: string,
  firsts: Partial<Record<Channel, number>>,
): PromptVersion {
  return {
    prompt: `${template}@${name}`,
    template,
    version: name,
    uses: (["voice", "chat"] as const).flatMap((channel) => {
      const firstUs = firsts[channel];
      return firstUs === undefined ? [] : [{ channel, firstUs, lastUs: firstUs + 9, contacts: 5 }];
    }),
  };
}
