import type { IntakeSettings } from "@/lib/domain/settings/settings";
import { maskerVersion } from "@/lib/ingest/mask/masker-version";
import { prepareAgain } from "@/lib/ingest/originals/sealable-item";
import type { Database } from "@/lib/store/port";
import {
  readRemaskProgress,
  readSealed,
  writeRemasked,
  type SealedSpan,
} from "@/lib/store/spans/sealed-originals";
import { createPreparation, type IntakePreparation } from "../intake/preparation";

/** Spans per transaction: masking is slow, and a page's write waits for storing what changed. */
const chunkSize = 100;

type RemaskOptions = {
  /** Microseconds since 1970. */
  readonly now: () => number;
  /** Polled between chunks; true stops and leaves the rest for later. */
  readonly shouldPause?: () => Promise<boolean>;
};

/** Masks again, with this program's masker, what is sealed of spans that an older one masked. */
export type Remask = (
  db: Database,
  settings: IntakeSettings,
  options: RemaskOptions,
) => Promise<void>;

/** @param folder the data folder, with whose keys it opens and masks */
export function createRemask(folder: string): Remask {
  let preparation: IntakePreparation | null = null;
  return async (db, settings, options) => {
    preparation = { ...(preparation ?? createPreparation(settings, folder)), settings };
    await remaskSpans(db, preparation, options);
  };
}

/**
 * Masks sealed spans again where the masker's version is another than theirs; cheap where it is not. What cannot be
 * opened stays as it is. It goes on where it was interrupted.
 */
export async function remaskSpans(
  db: Database,
  preparation: IntakePreparation,
  { now, shouldPause }: RemaskOptions,
  version = maskerVersion,
): Promise<void> {
  for (;;) {
    const from = await readRemaskProgress(db);
    if (from?.version === version && from.after === null) return;
    const after = from?.version === version ? (from.after ?? 0) : 0;
    const sealed = await readSealed(db, after, chunkSize);
    const changed = sealed.flatMap((stored) => maskAgain(stored, preparation));
    const last = sealed.length < chunkSize ? null : (sealed.at(-1)?.span ?? null);
    await writeRemasked(db, { from, to: { version, after: last }, changed }, now());
    if ((await shouldPause?.()) === true) return;
  }
}

/** @returns nothing where it is masked as before, or cannot be opened */
function maskAgain(stored: SealedSpan, preparation: IntakePreparation) {
  const item = preparation.originals.open(stored.box, stored);
  if (item === null) return [];
  const span = prepareAgain(item, stored, preparation);
  const isSame = Buffer.from(span.contentHash, "hex").equals(stored.contentHash);
  return isSame ? [] : [{ stored, span }];
}
