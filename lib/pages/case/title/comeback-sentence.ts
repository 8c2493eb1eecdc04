import type { DerivedCase } from "@/lib/domain/case/case";
import { hasContactBetween } from "@/lib/domain/case/contact-between";
import { joinedByAnd } from "@/lib/format/join-words";
import { formatDuration } from "@/lib/format/format";
import { plainWords } from "@/lib/format/plain-words";
import type { SiblingCase } from "./same-issue";
import { channelWords } from "@/lib/format/wording";
import { comeback } from "../words/title";

type ReturnedCase = Pick<
  DerivedCase,
  "caseId" | "interactions" | "closing" | "lastContactUs" | "reopenedUs"
>;
type Around = {
  readonly siblings: readonly SiblingCase[];
  /** When the contact that returned began. */
  readonly repeatUs: number | null;
  readonly repeatCaseId: string | null;
};

/**
 * The repeat contact as text: "stayed with AI on Chat and came back on Voice after 19 h, as CS-2", or "in CS-2" where
 * that case had been opened before; "…, before its own last contact" where the case went on about something else.
 * @returns null: the case itself was reopened, or no return is known
 */
export function comebackSentence(derived: ReturnedCase, around: Around): string | null {
  const { siblings, repeatUs, repeatCaseId } = around;
  const next = siblings.find(({ caseId }) => caseId === repeatCaseId);
  if (next === undefined || repeatUs === null || derived.reopenedUs !== null) return null;
  const { closing, lastContactUs } = derived;
  const isClosed = closing !== null && closing.from !== "inferred" && closing.atUs <= repeatUs;
  const contact = touchpointsOf(next).find(({ startUs }) => startUs === repeatUs);
  const where = contact === undefined ? "" : comeback.onChannel(channelWords[contact.channel]);
  const isOver = lastContactUs !== null && lastContactUs <= repeatUs;
  const isSure = isOver && !hasContactBetween(siblings, derived.caseId, lastContactUs, repeatUs);
  const gap = isSure ? comeback.afterGap(formatDuration(repeatUs - lastContactUs)) : "";
  const meanwhile = isOver || lastContactUs === null ? "" : comeback.meanwhile;
  const isNew = touchpointsOf(next).every(({ startUs }) => startUs >= repeatUs);
  const deeds = [
    aiChannels(derived),
    isClosed ? comeback.closed : null,
    comeback.cameBack(where, gap, isNew, plainWords(next.caseId), meanwhile),
  ].filter((deed) => deed !== null);
  return joinedByAnd(deeds);
}

function touchpointsOf({ contacts }: SiblingCase): SiblingCase["contacts"] {
  return contacts.filter(({ isTouchpoint }) => isTouchpoint);
}

/** "stayed with AI on Chat"; null: a human answered too, or the customer was passed on. */
function aiChannels({ interactions }: ReturnedCase): string | null {
  const kinds = new Set(interactions.flatMap(({ agentKinds }) => agentKinds));
  if (kinds.size !== 1 || !kinds.has("ai")) return null;
  if (interactions.some(({ isTransferred }) => isTransferred)) return null;
  const channels = new Set(interactions.map(({ channel }) => channelWords[channel]));
  return comeback.stayedWithAi(joinedByAnd([...channels]));
}
