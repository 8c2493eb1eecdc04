import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { optional, text } from "@/lib/format/address/field";

/** The query of the Settings page. */
export const settingsCodec = createCodec({
  /** A key to add to those that the case is read from, or null. */
  caseKey: optional("case", text({ min: 1 })),
});

export type SettingsQuery = QueryOf<typeof settingsCodec>;

/** The address of the settings with a key offered as the case's. */
export function settingsHref(query: SettingsQuery): string {
  return settingsCodec.href("/settings", query);
}
