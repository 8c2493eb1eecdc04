import { expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { readAcknowledgements } from "@/lib/store/decisions/acknowledgements";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { applyChange } from "./apply-change";
import { createPreparation } from "../intake/preparation";

it("keeps who acknowledged an alarm, when, and what they say, masked", async () => {
  await withTestWorkspace(async ({ db, folder }) => {
    const { masker } = createPreparation(defaultSettings, folder);
    const mask = (text: string) => masker.text.mask(text).text;
    const acknowledge = (note: string, nowUs: number) =>
      applyChange(
        { db, scope: null, nowUs, mask },
        {
          kind: "alarm-acknowledged",
          acknowledgement: {
            ...{ channel: "voice", attribute: "formality", contract: 1 },
            ...{ note, by: "ann" },
          },
        },
      );
    await acknowledge("  v9 brings it back, ask anna.berg@example.com ", 5);
    await acknowledge("It is back", 6);
    const [later, first] = await readAcknowledgements(db);
    expect(later).toEqual({
      ...{ channel: "voice", attribute: "formality", contract: 1 },
      ...{ note: "It is back", by: "ann", atUs: 6 },
    });
    expect(first?.note).toMatch(/^v9 brings it back, ask <EMAIL:[0-9a-f]{16}>$/);
    await expect(acknowledge("   ", 7)).rejects.toMatchObject({ code: "invalid-input" });
    await expect(acknowledge("x".repeat(700), 7)).rejects.toThrow("too long");
  });
});
