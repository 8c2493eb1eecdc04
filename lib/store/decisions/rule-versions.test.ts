import { expect, it } from "vitest";
import { disclosureRuleSchema, type DisclosureRule } from "@/lib/domain/disclosures/rule";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { withMemoryStore } from "@/lib/testing/memory-store";
import { writeSettings } from "./decisions";
import { readHighestVersions, readRuleVersions } from "./rule-versions";

const first: DisclosureRule = disclosureRuleSchema.parse({
  ...{ id: "our-fees", version: 1, title: "Say what it costs", jurisdictions: ["*"] },
  ...{ ifRegionUnknown: "applies", source: "Policy", effectiveFrom: null, effectiveTo: null },
  ...{ severity: "high", owner: "Care", language: "en", scope: "once_per_interaction" },
  ...{ trigger: { conditions: [], event: null }, channels: ["chat"], speakers: ["agent"] },
  elements: [{ key: "fee", mode: "verbatim", anyOf: ["fee of"] }],
  position: { withinAgentTurns: 1, withinSeconds: null, beforeEvent: null, afterEvent: null },
});

it("keeps every version that was published, as it was published first", async () => {
  await withMemoryStore(async (db) => {
    const publish = (rule: DisclosureRule, atUs: number) =>
      writeSettings(db, {
        ...defaultSettings,
        disclosureRules: { on: [], own: [{ rule, published: { atUs, by: "ann" } }] },
      });
    const second = { ...first, version: 2, title: "Name the price" };
    await publish(first, 10);
    await publish({ ...first, title: "Something else" }, 11);
    await publish(second, 20);
    await writeSettings(db, defaultSettings);
    expect(await readRuleVersions(db, "our-fees")).toEqual([
      { rule: second, published: { atUs: 20, by: "ann" } },
      { rule: first, published: { atUs: 10, by: "ann" } },
    ]);
    expect(await readHighestVersions(db)).toEqual(new Map([["our-fees", 2]]));
    expect(await readRuleVersions(db, "another")).toEqual([]);
  });
});
