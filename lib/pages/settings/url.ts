import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { optional, text } from "@/lib/format/address/field";

/** The query of the Settings page. */
export const settingsCodec = createCodec({
  /** A key to add to those that the case is read from, or null. */
  caseKey: optional("case", text({ min: 1 })),
  /** A key to add to those that words are read from, or null. */
  wordKey: optional("words", text({ min: 1 })),
  /** A role to say the speaker of, or null. */
  role: optional("role", text({ min: 1 })),
});

export type SettingsQuery = QueryOf<typeof settingsCodec>;

/** The address of the settings with a key, or a role, offered to be saved. */
export function settingsHref(query: Partial<SettingsQuery>): string {
  return settingsCodec.href("/settings", { ...settingsCodec.defaultValue, ...query });
}
