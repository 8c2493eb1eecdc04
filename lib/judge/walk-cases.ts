import type { Database } from "@/lib/store/port";
import { listUnjudgedCases, type UnjudgedCase } from "@/lib/store/decisions/judgements";

const casesAtOnce = 100;

/** Yields each case with open questions once, latest contact first. */
export async function* walkCases(
  db: Database,
  asked: string,
): AsyncGenerator<UnjudgedCase, void, undefined> {
  let before: UnjudgedCase | null = null;
  for (;;) {
    const cases: readonly UnjudgedCase[] = await listUnjudgedCases(db, asked, before, casesAtOnce);
    yield* cases;
    before = cases.at(-1) ?? null;
    if (before === null) return;
  }
}
