import type { VerdictChange } from "@/lib/domain/gate/stored-verdict";
import type { Database } from "@/lib/store/port";
import { readSettings } from "@/lib/store/decisions/decisions";
import { applyChange } from "../changes/apply-change";
import { createPreparation } from "../intake/preparation";

type SignOffChange = Extract<VerdictChange, { readonly kind: "verdict-signed-off" }>;

/** Signs a verdict off as a command does, its reason masked. @throws DomainError with a sentence for the user */
export async function signStoredVerdict(
  db: Database,
  change: SignOffChange,
  nowUs: number,
): Promise<void> {
  const { masker } = createPreparation(await readSettings(db));
  const mask = (text: string) => masker.text.mask(text).text;
  await applyChange({ db, scope: null, nowUs, mask }, change);
}
