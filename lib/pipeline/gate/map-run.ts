import type { JoinedReplay } from "@/lib/domain/case/override";
import { replayCaseId } from "@/lib/domain/gate/replay";
import type { StoredCohort } from "@/lib/domain/gate/stored-cohort";
import { createMatchItem } from "@/lib/gate/match-item";
import type { RunMapping } from "@/lib/gate/read/read-mapping";
import type { Database } from "@/lib/store/port";
import { readSettings } from "@/lib/store/decisions/decisions";
import { readReplays } from "@/lib/store/gate/replays";
import { joinReplays, readStoredRuns, writeRun } from "@/lib/store/gate/runs";
import { createPreparation } from "../intake/preparation";
import { joinUnnamed } from "./join-unnamed";

export type RunMapped = {
  /** Items of the cohort that replays were joined to. */
  readonly joined: number;
  /** Of the cohort's items, those that have a replay by now. */
  readonly items: number;
  /** Replays of no item of the cohort, as they name it, and why. */
  readonly refused: readonly { readonly named: string; readonly why: string }[];
};

/**
 * Joins the replays of a run that was sent, which name items of their own such as a simulator's calls, to a cohort's
 * items. What arrives later of the same calls is joined too.
 * @param settle drains the queue
 */
export async function mapRun(
  db: Database,
  given: {
    readonly run: string;
    readonly release: string;
    readonly cohort: Pick<StoredCohort, "sha256" | "items">;
    readonly mapping: RunMapping;
  },
  nowUs: number,
  settle: () => Promise<void>,
): Promise<RunMapped> {
  const { run, release, cohort, mapping } = given;
  const { masker } = createPreparation(await readSettings(db));
  const described = mapping.described.filter(({ id }) => !mapping.items.has(id));
  const mask = (text: string) => masker.text.mask(text).text;
  const matchItem = createMatchItem(
    cohort.items,
    mapping,
    joinUnnamed([described], cohort.items, mask),
  );
  const replays = await readReplays(db, run);
  const named = new Set(replays.map(({ item }) => item));
  const toCome = [...mapping.items.keys(), ...described.map(({ id }) => id)];
  const matches = [...new Set([...named, ...toCome])].map((each) => ({
    named: each,
    match: matchItem({ traceId: "", items: [each], sessions: [], cases: [], repeat: null }),
  }));
  const items = matches.flatMap(({ named: id, match }): JoinedReplay[] =>
    match.kind === "item" && match.item !== id
      ? [{ named: id, item: match.item, repeat: mapping.items.get(id)?.repeat ?? null }]
      : [],
  );
  const moved = new Set(items.map((each) => each.named));
  const caseIds = replays.filter(({ item }) => moved.has(item)).map(replayCaseId);
  const known = (await readStoredRuns(db)).find((each) => each.run === run);
  const stored = { run, release, cohort: cohort.sha256, createdUs: known?.createdUs ?? nowUs };
  await db.write(async (connection) => {
    await joinReplays(connection, { kind: "replays-joined", run, items }, caseIds, nowUs);
    await writeRun(connection, { ...stored, missing: [] });
  });
  await settle();
  const replayed = new Set((await readReplays(db, run)).map(({ item }) => item));
  return {
    joined: new Set(items.filter((each) => named.has(each.named)).map(({ item }) => item)).size,
    items: cohort.items.filter(({ id }) => replayed.has(id)).length,
    refused: matches.flatMap(({ named: id, match }) =>
      match.kind === "none" && named.has(id) ? [{ named: id, why: match.why }] : [],
    ),
  };
}
