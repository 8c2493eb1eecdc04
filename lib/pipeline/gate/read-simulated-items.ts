import { DomainError } from "@/lib/domain/domain-error";
import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { Channel } from "@/lib/domain/trace/channel";
import { formatCount } from "@/lib/format/format";
import { isReplayFile } from "@/lib/ingest/replays/is-replay-file";
import { readReplays } from "@/lib/ingest/replays/read-replays";
import { sha256 } from "@/lib/store/sha256";

export { isReplayFile };

/**
 * Reads the cases of a simulator's scenario, dataset or report as a cohort's items. All of it is good, or nothing is
 * read.
 * @param stated the scenario's name where the file has none, and the channels of all cases; null: as the file says
 * @throws DomainError that says what is wrong and where
 */
export async function readSimulatedItems(
  file: { readonly name: string; readonly text: string },
  stated: { readonly scenario: string | null; readonly channels: readonly Channel[] | null },
): Promise<readonly CohortItem[]> {
  const context = { run: "", release: null, cohort: null, startUs: 0, sha256 };
  const usual = { scenario: stated.scenario, channel: null, leg: null, repeat: null };
  const { items, rejects } = await readReplays(bytesOf(file.text), { ...context, ...usual });
  refuseUnread(file.name, rejects);
  const all = items.map((item) => ({ ...item, channels: [...(stated.channels ?? item.channels)] }));
  const without = all.filter((item) => item.channels.length === 0).length;
  if (without === 0) return all;
  throw new DomainError(
    "invalid-input",
    `${file.name} does not say over which channels ${formatCount(without)} of its ${formatCount(all.length)} cases go; give them, such as --channels "chat > voice".`,
  );
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield new TextEncoder().encode(text);
}

function refuseUnread(
  name: string,
  rejects: readonly { readonly place: string; readonly reason: string }[],
): void {
  if (rejects.length === 0) return;
  const shown = rejects.slice(0, rejectsShown);
  const lines = shown.map(({ place, reason }) => `${name}, ${place}: ${reason}`);
  const left = rejects.length - shown.length;
  const more = left === 0 ? [] : [`${name}: and ${formatCount(left)} more places like these.`];
  throw new DomainError("invalid-input", [...lines, ...more].join("\n"));
}

const rejectsShown = 20;
