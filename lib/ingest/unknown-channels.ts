import type { ReadingSettings } from "@/lib/domain/settings/settings";
import { channelWord } from "@/lib/domain/trace/channel";
import { declare } from "./conventions/declare";
import { scanAttributes } from "./conventions/scan";
import type { StoredDeclarations } from "./reread-span";

/** The normalised values of a stored span's channel keys that name no known channel. */
export function unknownChannels(
  { attributes, resource, scope }: Omit<StoredDeclarations, "declared">,
  settings: ReadingSettings,
): readonly string[] {
  const scan = scanAttributes(attributes, scope);
  const words = declare({ attributes, resource }, scan, settings).unknownChannels.map(channelWord);
  return [...new Set(words)].filter((word) => word !== "" && !word.includes("<"));
}
