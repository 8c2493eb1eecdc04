import type { Replay } from "@/lib/domain/gate/replay";
import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { integer, optional, text } from "@/lib/format/address/field";
import { replayHref } from "./href";

/** The query of the page that shows two replays of an item side by side. */
export const replayCodec = createCodec({
  /** The other run; null: the baseline of the latest verdict on this run, else the latest other run. */
  against: optional("against", text({ min: 1 })),
  /** Of several replays of the item in the run; null: the first. */
  repeat: optional("repeat", integer(1, 9999)),
});
export type ReplayQuery = QueryOf<typeof replayCodec>;

/** The address of an item's two replays, with defaults left out. */
export function sideBySideHref(
  replay: Pick<Replay, "run" | "item">,
  query: Partial<ReplayQuery>,
): string {
  return replayCodec.href(replayHref(replay), { ...replayCodec.defaultValue, ...query });
}
