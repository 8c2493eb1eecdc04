import type { Interaction, Message } from "@/lib/domain/case/case";

/** The longest silence within a contact that counts as work. */
const silenceMaxUs = 5 * 60_000_000;

/** Durations of a contact. Microseconds; null where it did not happen. */
export type ContactTimes = {
  readonly answerUs: number | null;
  readonly humanAnswerUs: number | null;
  /** From its start to its end, silences beyond five minutes counted as five. */
  readonly handledUs: number;
  /** Its duration from the first words of a person who served it; 0 where none did. */
  readonly humanUs: number;
};

/** @param said the contact's messages, in order */
export function contactTimes(
  { startUs, endUs }: Pick<Interaction, "startUs" | "endUs">,
  said: readonly Message[],
): ContactTimes {
  const saidUs = said.find(({ speaker }) => speaker === "customer")?.atUs ?? null;
  const answers = said.filter(({ speaker, atUs }) => speaker === "agent" && atUs >= (saidUs ?? 0));
  const byPerson = said.findIndex(
    ({ speaker, agentKind }) => speaker === "agent" && agentKind === "human",
  );
  const instants = [startUs, ...said.map(({ atUs }) => atUs), endUs];
  // The last one before the person's first words: what they answered.
  return {
    answerUs: waitOf(saidUs, answers[0]),
    humanAnswerUs: waitOf(
      saidUs,
      answers.find(({ agentKind }) => agentKind === "human"),
    ),
    handledUs: workedUs(instants),
    humanUs: byPerson < 0 ? 0 : workedUs(instants.slice(byPerson)),
  };
}

function waitOf(saidUs: number | null, answer: Message | undefined): number | null {
  return saidUs === null || answer === undefined ? null : answer.atUs - saidUs;
}

function workedUs(instants: readonly number[]): number {
  return instants.reduce((sum, each, index) => {
    const gap = each - (instants[index - 1] ?? each);
    return sum + Math.min(Math.max(gap, 0), silenceMaxUs);
  }, 0);
}
