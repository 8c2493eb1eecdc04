import { readAiIdentity, type ReadSentence } from "@/lib/cases/words/says-it-is-ai";
import type { MeaningName } from "@/lib/domain/disclosures/rule";
import { readRecordingNotice } from "./says-it-records";

/** Reads what a text says of one thing; a customer's words are read as said to the agent. */
export type MeaningReader = (text: string, isCustomer: boolean) => readonly ReadSentence[];

/** The reader of each meaning. Add a name in `meaningNames`, a file and a line here. */
export const meanings: Readonly<Record<MeaningName, MeaningReader>> = {
  "speaker-is-ai": readAiIdentity,
  "call-is-recorded": readRecordingNotice,
};
