import { expect, it } from "vitest";
import { suggestedPersona } from "@/lib/domain/settings/persona-contract";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { withMemoryStore } from "@/lib/testing/memory-store";
import { readPersonaApprovals } from "./approved-personas";
import { writeSettings } from "./decisions";

it("keeps every version that was approved, as it was approved first", async () => {
  await withMemoryStore(async (db) => {
    const save = (version: number, approval: { atUs: number; by: string } | null) =>
      writeSettings(db, {
        ...defaultSettings,
        persona: { ...suggestedPersona, version, approval },
      });
    await save(0, null);
    expect(await readPersonaApprovals(db)).toEqual([]);
    await save(1, { atUs: 10, by: "ann" });
    await save(1, { atUs: 99, by: "somebody else" });
    await save(1, null);
    await save(2, { atUs: 20, by: "ben" });
    expect(await readPersonaApprovals(db)).toEqual([
      { version: 2, atUs: 20, by: "ben" },
      { version: 1, atUs: 10, by: "ann" },
    ]);
  });
});
