import { expect, it } from "vitest";
import { cohortSchema } from "@/lib/domain/gate/cohort";
import { createClusters, itemOfCase } from "./item-of-case";

const source = {
  ...{ caseId: "C-1", customerId: "u-1", caseType: "refund", intent: "refund.late" },
  channels: ["chat", "voice", "chat", "unknown"] as const,
  opening: [
    { channel: "chat", text: "Where is\nmy money?" },
    { channel: "voice", text: " " },
  ] as const,
};

it("makes an item of a case", () => {
  const of = { cluster: "c1", expected: null };
  expect(itemOfCase({ ...source, opening: [...source.opening] }, of, () => "0123456789ab")).toEqual(
    {
      ...{ id: "refund-01234567", cluster: "c1", expected: null, source: "C-1", stratum: "refund" },
      channels: ["chat", "voice"],
      opening: [{ channel: "chat", text: "Where is\nmy money?" }],
    },
  );
});

it("makes items that a cohort's file can hold of the longest texts", () => {
  const item = itemOfCase(
    {
      ...{ ...source, caseType: null, intent: "refund ".repeat(100), channels: [] },
      opening: [{ channel: "chat", text: "word ".repeat(9_000) }],
    },
    { cluster: null, expected: null },
    () => "0123456789ab",
  );
  expect(cohortSchema.safeParse({ name: "golden", items: [item] }).success).toBe(true);
});

it("names customers apart, and as the cohort has them already", () => {
  const items = [
    { id: "C-1", cluster: "c2", channels: [], expected: null, stratum: null },
    { id: "C-2", cluster: "c1", channels: [], expected: null, stratum: null },
  ];
  const clusterOf = createClusters(items, new Map([["C-1", "ann"]]));
  expect([null, "ann", "bob", "cy", "bob"].map((each) => clusterOf(each))).toEqual([
    ...[null, "c2", "c3", "c4", "c3"],
  ]);
});
