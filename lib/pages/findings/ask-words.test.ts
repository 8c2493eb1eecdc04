import { describe, expect, it } from "vitest";
import { findingTopics, type FindingTopic } from "@/lib/analytics/findings/finding";
import { clusterSums } from "@/lib/testing/cluster-sums";
import { askWords } from "./words/ask";

const values: Readonly<Partial<Record<FindingTopic, string>>> = {
  "resolution-by-type": "delivery-late",
  "resolution-by-first": "chat",
  "resolution-by-kind": "refund\nin_app",
  "resolution-by-path": "chat>voice",
  "resolution-by-release": "v-b",
  "contacts-by-first": "voice",
  "returns-by-first": "voice",
  "sla-by-type": "outage",
  "sla-by-first": "voice",
  "context-by-pair": "chat>voice",
  "resolution-by-move": "chat>voice",
  "context-by-team": "Billing",
  "context-by-direction": "ai>human",
  "context-by-kind": "transfer",
  "context-by-release": "v-b",
};
const topics = Object.keys(findingTopics) as FindingTopic[];
const figure = {
  ...({ kind: "share", worse: "lower" } as const),
  ...{ own: clusterSums(4, 9), other: clusterSums(7, 9) },
};
const askOf = (topic: FindingTopic) => askWords({ topic, value: values[topic] ?? "", figure });

describe("the decision that a finding needs", () => {
  it.each(topics)("is one thing to do, without a figure of its own: %s", (topic) => {
    expect(askOf(topic)).toMatch(/^(?:Name|Decide|Staff|Agree|Approve) [^\n\d.]+$/u);
  });

  it("names what it is about", () => {
    expect(askOf("sla-by-type")).toContain("outage");
    expect(askOf("context-by-pair")).toContain("from chat to voice");
    expect(askOf("resolution-by-first")).toContain("start in chat");
  });
});
