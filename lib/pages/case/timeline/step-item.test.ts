import { describe, expect, it } from "vitest";
import type { Channel } from "@/lib/domain/trace/channel";
import { chooseItem } from "./choose-item";
import { stepItem, type ItemStep } from "./step-item";
import type { TimelineItem, TimelineItemKind } from "./timeline-model";

function item(
  id: string,
  kind: TimelineItemKind,
  channel: Channel | null,
  isFailure = false,
): TimelineItem {
  const atUs = ids.indexOf(id);
  return { id, kind, atUs, channel, name: id, isFailure, closeUp: null, href: null };
}

const ids = ["c0", "h0", "c1", "p0", "d0", "h1", "c2", "s1"];
const items = [
  item("c0", "contact", "chat"),
  item("h0", "handoff", "voice"),
  item("c1", "contact", "voice"),
  item("p0", "promise", "chat", true),
  item("d0", "disclosure", "voice"),
  item("h1", "handoff", "sms", true),
  item("c2", "contact", "sms"),
  item("s1", "state", null),
];

function step(from: string, kind: ItemStep): string | undefined {
  const selected = items.find(({ id }) => id === from);
  return selected === undefined ? undefined : stepItem(items, selected, kind).id;
}

describe("the selected item", () => {
  it("is the one asked for", () => {
    expect(chooseItem(items, "p0")?.id).toBe("p0");
  });

  it("is the first handoff that lost something where what was asked for is gone", () => {
    expect(chooseItem(items, "h9")?.id).toBe("h1");
  });

  it("is the first handoff, the first contact, or whatever there is", () => {
    expect(chooseItem(items.slice(0, 3), null)?.id).toBe("h0");
    expect(chooseItem(items.slice(2, 3), null)?.id).toBe("c1");
    expect(chooseItem(items.slice(7), null)?.id).toBe("s1");
    expect(chooseItem([], null)).toBeNull();
  });
});

describe("a key on the timeline", () => {
  it.each([
    ["c0", "next", "h0"],
    ["c0", "previous", "c0"],
    ["s1", "next", "s1"],
    ["h0", "nextHandoff", "h1"],
    ["h1", "nextHandoff", "h0"],
    ["c0", "nextPromise", "p0"],
    ["c0", "nextDisclosure", "d0"],
    ["c0", "laneUp", "c1"],
    ["c1", "laneUp", "c1"],
    ["c0", "laneDown", "c2"],
    ["c2", "laneDown", "c2"],
    ["s1", "laneUp", "c2"],
  ] as const)("leads from %s by %s to %s", (from, kind, to) => {
    expect(step(from, kind)).toBe(to);
  });
});
