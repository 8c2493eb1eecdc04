import { expect, it } from "vitest";
import { derivedMessage } from "@/lib/testing/derived-case";
import { failedSteps, failureNotice, failureStops, nextStop } from "./failure-stops";
import type { TimelineItem } from "./timeline-model";
import { failedCall, keyNotices } from "../words/timeline-card";

const tool = { name: "get_order", args: "", isError: true };
const messages = [
  derivedMessage({ ordinal: 0, atUs: 10 }),
  derivedMessage({ ordinal: 1, atUs: 20, speaker: "tool", tool, text: "no such order" }),
  derivedMessage({ ordinal: 2, atUs: 30, speaker: "tool", tool: { ...tool, isError: false } }),
  derivedMessage({ ordinal: 3, atUs: 40, speaker: "agent", spans: ["t/s"] }),
];
const error = { span: "t/x", model: "gpt-4.1", because: "rate limit" };
const hrefOf = (_message: number, anchor: string) => `#${anchor}`;

function item(id: string, isFailure: boolean): TimelineItem {
  return {
    id,
    kind: "contact",
    atUs: 0,
    channel: null,
    name: id,
    isFailure,
    closeUp: null,
    href: null,
  };
}

it("puts failed calls of tools and models at their messages, in the order of the transcript", () => {
  const errors = [
    { ...error, atUs: 5 },
    { ...error, atUs: 90, span: "t/s", because: null },
    { ...error, atUs: 99, model: null },
  ];
  const steps = failedSteps(messages, errors, hrefOf);
  expect(steps.map(({ of, href, words }) => [of, href, words])).toEqual([
    ["model", "#m0", "Model gpt-4.1 failed: rate limit"],
    ["tool", "#m1", "Tool get_order failed: no such order"],
    ["model", "#m3", "Model gpt-4.1 failed"],
    ["model", "#m3", "Model failed: rate limit"],
  ]);
  expect(failedSteps([], errors, hrefOf)).toEqual([]);
});

it("stops at failed calls first, then at the timeline's failures, and begins again", () => {
  const steps = failedSteps(messages, [{ ...error, atUs: 35 }], hrefOf);
  const items = [item("c0", true), item("c1", false), item("h0", true)];
  const stops = failureStops(steps, items);
  let last: string | null = null;
  const seen: string[] = [];
  for (let count = 0; count < 5; count += 1) {
    const stop = nextStop(stops, last);
    last = stop?.id ?? null;
    seen.push(stop?.kind === "step" ? failureNotice(stop, steps.length) : (last ?? ""));
  }
  expect(seen).toEqual([
    failedCall.ofSteps(steps[0]?.words ?? "", 1, 2),
    failedCall.ofSteps(steps[1]?.words ?? "", 2, 2),
    ...["c0", "h0"],
    failedCall.ofSteps(steps[0]?.words ?? "", 1, 2),
  ]);
  expect(nextStop([], null)).toBeNull();
  expect(failureNotice(null, 0)).toBe(keyNotices.nextFailure);
});
