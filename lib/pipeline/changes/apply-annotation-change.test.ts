import { expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { readAnnotations } from "@/lib/store/decisions/annotations";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { applyChange } from "./apply-change";
import { createPreparation } from "../intake/preparation";

const annotation = { kind: "policy", fromUs: 10, toUs: null, text: "" } as const;

it("keeps an annotation with its words masked, and removes it once", async () => {
  await withTestWorkspace(async ({ db, folder }) => {
    const { masker } = createPreparation(defaultSettings, folder);
    const context = {
      ...{ db, scope: null, nowUs: 1 },
      mask: (text: string) => masker.text.mask(text).text,
    };
    const add = (text: string) =>
      applyChange(context, {
        kind: "annotation-added",
        annotation: { ...annotation, text },
        author: "ann",
      });
    await add("  Refunds over 50 go to anna.berg@example.com ");
    const [kept] = await readAnnotations(db, 0, 100);
    expect(kept?.text).toMatch(/^Refunds over 50 go to <EMAIL:[0-9a-f]{16}>$/);
    await expect(add("   ")).rejects.toThrow("says nothing");

    const remove = { kind: "annotation-removed", id: kept?.id ?? 0 } as const;
    await applyChange(context, remove);
    await expect(applyChange(context, remove)).rejects.toThrow("removed already");
    expect(await readAnnotations(db, 0, 100)).toEqual([]);
  });
});
