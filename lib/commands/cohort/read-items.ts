import { DomainError } from "@/lib/domain/domain-error";
import type { CohortItem } from "@/lib/domain/gate/cohort";
import { channels, parseChannel, type Channel } from "@/lib/domain/trace/channel";
import { headOf } from "@/lib/gate/read/read-rows";
import { readCohort } from "@/lib/gate/read/read-cohort";
import { splitChannels } from "@/lib/gate/read/read-table";
import { isReplayFile, readSimulatedItems } from "@/lib/pipeline/gate/read-simulated-items";
import { readGateFile } from "../gate/read-gate-file";

type ItemOptions = { readonly channels?: string; readonly scenario?: string };

/**
 * Reads the cases of a cohort's file, or of a simulator's scenario, dataset or report.
 * @param name of the cohort
 * @throws DomainError that says what is wrong and where
 */
export async function readCohortItems(
  path: string,
  name: string,
  options: ItemOptions,
): Promise<readonly CohortItem[]> {
  const file = readGateFile(path);
  if (isReplayFile(headOf(file))) {
    const channels = options.channels === undefined ? null : readChannels(options.channels);
    return readSimulatedItems(file, { scenario: options.scenario ?? null, channels });
  }
  if (options.channels === undefined && options.scenario === undefined) {
    return readCohort(file, name).items;
  }
  throw new DomainError(
    "invalid-input",
    `--channels and --scenario are for a simulator's files; ${file.name} states its own.`,
  );
}

/** "chat > voice" → chat, voice */
function readChannels(text: string): Channel[] {
  const read = splitChannels(text).map((each) => ({ each, channel: parseChannel(each) }));
  const bad = read.find(({ channel }) => channel === null || channel === "unknown");
  if (read.length > 0 && bad === undefined) {
    return [...new Set(read.flatMap(({ channel }) => channel ?? []))].sort();
  }
  const known = channels.filter((each) => each !== "unknown").join(", ");
  throw new DomainError(
    "invalid-input",
    `--channels is ${text}; give some of ${known}, such as "chat > voice".`,
  );
}
