import type { CohortItem } from "@/lib/domain/gate/cohort";
import { gateActionSchema, type GateAction } from "@/lib/domain/gate/gate-action";
import type { CohortOrigin, CohortVersion } from "@/lib/domain/gate/stored-cohort";
import { freezeCohort } from "@/lib/gate/cohort/freeze-cohort";
import { maskLeaves } from "@/lib/ingest/mask/mask-leaves";
import type { TextMasker } from "@/lib/ingest/mask/text-masker";
import type { Database } from "@/lib/store/port";
import { writeCohort } from "@/lib/store/gate/cohorts";
import { readSettings } from "@/lib/store/decisions/decisions";
import { createPreparation } from "../intake/preparation";
import { sha256 } from "@/lib/store/sha256";

/**
 * Freezes and stores a cohort that a command brings. What was said, what the customer is in, what was expected, strata and
 * clusters are masked
 * like the words of traces; scenarios and personas are made up and kept as they are.
 * @throws DomainError for items that cannot be frozen
 */
export async function storeCohort(
  db: Database,
  given: {
    readonly name: string;
    readonly items: readonly CohortItem[];
    readonly origin: CohortOrigin;
  },
  nowUs: number,
): Promise<CohortVersion> {
  const { masker } = createPreparation(await readSettings(db));
  const mask = (text: string) => masker.text.mask(text).text;
  const masked = given.items.map((item) => ({
    ...maskItem(item, mask),
    ...(item.actions && { actions: item.actions.map((each) => maskAction(each, masker.text)) }),
  }));
  const frozen = freezeCohort(given.name, 1, masked, sha256);
  const { name, origin } = given;
  const { items, sha256: hash } = frozen;
  return db.write((connection) =>
    writeCohort(connection, { name, origin, items, sha256: hash, createdBy: null }, nowUs),
  );
}

/** Masks arguments as those of a replay's calls are, so that equal values stay equal. */
function maskAction(action: GateAction, masker: TextMasker): GateAction {
  const masked = maskLeaves(action.arguments, undefined, masker, () => undefined);
  return gateActionSchema.parse({ ...action, arguments: masked });
}

function maskItem(item: CohortItem, mask: (text: string) => string): CohortItem {
  const { opening, situation, expected, stratum, cluster } = item;
  return {
    ...item,
    expected: expected === null ? null : mask(expected),
    stratum: stratum === null ? null : mask(stratum),
    cluster: cluster === null ? null : mask(cluster),
    ...(opening && { opening: opening.map((each) => ({ ...each, text: mask(each.text) })) }),
    ...(situation !== undefined && { situation: mask(situation) }),
  };
}
