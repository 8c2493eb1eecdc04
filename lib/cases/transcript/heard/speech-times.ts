import type { CaseSpan } from "@/lib/domain/case/case";

/** LiveKit's spans of who was heard when, by whose turn they belong to. */
const speakingOf: ReadonlyMap<string, string> = new Map([
  ["user_turn", "user_speaking"],
  ["agent_turn", "agent_speaking"],
]);

/** When the words of a turn began to be spoken; null if nothing says it. */
export type SpeechTimes = (turn: CaseSpan, heardUs?: number) => number | null;

/**
 * Finds when turns were spoken: an agent's from when it was first audible; a customer's from the last time that they
 * began to speak before their words were heard, as a turn may begin with a cough.
 * @param spans the contact's, by start
 */
export function findSpeechTimes(spans: readonly CaseSpan[]): SpeechTimes {
  const starts = new Map<string, number[]>();
  for (const { traceId, name, startUs } of spans) {
    if (!name.endsWith("_speaking")) continue;
    const key = `${traceId} ${name}`;
    const known = starts.get(key);
    if (known === undefined) starts.set(key, [startUs]);
    else known.push(startUs);
  }
  return (turn, heardUs = Infinity) => {
    const speaking = speakingOf.get(turn.name);
    if (speaking === undefined) return null;
    const within = (starts.get(`${turn.traceId} ${speaking}`) ?? []).filter(
      (startUs) => startUs >= turn.startUs && startUs <= turn.endUs,
    );
    if (speaking === "agent_speaking") return within[0] ?? null;
    return within.findLast((startUs) => startUs <= heardUs) ?? within[0] ?? null;
  };
}
