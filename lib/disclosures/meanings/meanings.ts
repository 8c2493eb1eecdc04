import { readAiIdentity, type ReadSentence } from "@/lib/cases/words/says-it-is-ai";
import { readRecordingNotice } from "./says-it-records";

/** Reads what a text says of one thing; a customer's words are read as said to the agent. */
export type MeaningReader = (text: string, isCustomer: boolean) => readonly ReadSentence[];

export const meaningNames = ["speaker-is-ai", "call-is-recorded"] as const;
type MeaningName = (typeof meaningNames)[number];

/** Registry of what rules can ask for by meaning. Add a file and a line here. */
export const meanings: Readonly<Record<MeaningName, MeaningReader>> = {
  "speaker-is-ai": readAiIdentity,
  "call-is-recorded": readRecordingNotice,
};
