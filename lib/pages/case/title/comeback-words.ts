import type { DerivedCase } from "@/lib/domain/case/case";
import { formatDuration } from "@/lib/format/format";
import { plainWords } from "@/lib/format/plain-words";
import type { SiblingCase } from "./same-issue";
import { channelWords } from "@/lib/format/wording";

type ReturnedCase = Pick<DerivedCase, "interactions" | "closing" | "lastContactUs" | "reopenedUs">;
type Around = { readonly siblings: readonly SiblingCase[]; readonly repeatCaseId: string | null };

/**
 * The repeat contact as text: "stayed with AI on Chat and came back on Voice after 19 h, as CS-2".
 * @returns null: the case itself was reopened, or no next case is known
 */
export function comebackWords(
  derived: ReturnedCase,
  { siblings, repeatCaseId }: Around,
): string | null {
  const next = siblings.find(({ caseId }) => caseId === repeatCaseId);
  if (next === undefined || next.openedUs === null || derived.reopenedUs !== null) return null;
  const { closing, lastContactUs } = derived;
  const isClosed = closing !== null && closing.from !== "inferred" && closing.atUs <= next.openedUs;
  const [channel] = next.channels;
  const where = channel === undefined ? "" : ` on ${channelWords[channel]}`;
  const openedUs = next.openedUs;
  // Of several cases since, an earlier one may be the first return: how long it took is not sure then.
  const isFirst = !siblings.some(
    (each) =>
      each.openedUs !== null &&
      each.openedUs < openedUs &&
      each.openedUs > (lastContactUs ?? openedUs),
  );
  const gap =
    lastContactUs === null || !isFirst ? "" : ` after ${formatDuration(openedUs - lastContactUs)}`;
  const deeds = [
    aiChannels(derived),
    isClosed ? "was closed" : null,
    `came back${where}${gap}, as ${plainWords(next.caseId)}`,
  ].filter((deed) => deed !== null);
  return `${deeds.slice(0, -1).join(", ")}${deeds.length > 1 ? " and " : ""}${deeds.at(-1) ?? ""}`;
}

/** "stayed with AI on Chat"; null: a human answered too, or the customer was passed on. */
function aiChannels({ interactions }: ReturnedCase): string | null {
  const kinds = new Set(interactions.flatMap(({ agentKinds }) => agentKinds));
  if (kinds.size !== 1 || !kinds.has("ai")) return null;
  if (interactions.some(({ isTransferred }) => isTransferred)) return null;
  const channels = new Set(interactions.map(({ channel }) => channelWords[channel]));
  return `stayed with AI on ${[...channels].join(" and ")}`;
}
