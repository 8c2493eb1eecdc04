import { logEvent } from "@/lib/log/log-event";
import { DomainError } from "@/lib/domain/domain-error";
import type { Database } from "@/lib/store/port";
import type { QueueOrder } from "@/lib/store/queue";
import { startDerivation, type Derivation } from "./start-derivation";

/** Reports progress of one step: bytes read of `total`, or entries derived if `total` is unknown. */
export type StepProgress = (
  label: string,
  total: number | null,
) => {
  readonly update: (count: number) => void;
  readonly done: () => void;
};

/**
 * Derives a workspace while `work` runs, reports progress, and always stops.
 * @throws DomainError "damaged" as soon as the workspace's file turns out to be; "busy" where nothing could be derived for a
 * minute
 * @param order "newest" if a server that starts with the oldest derives it too
 */
export async function withDerivation<T>(
  db: Database,
  order: QueueOrder,
  startStep: StepProgress,
  work: (derivation: Derivation) => Promise<T>,
): Promise<T> {
  const step = startStep("deriving cases", null);
  let settled = 0;
  let fail: (error: DomainError) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const derivation = startDerivation({
    db,
    order,
    onDamage: (sentence) => fail(new DomainError("damaged", sentence)),
    onStuck: (sentence) => fail(stuckError(sentence)),
    onSettled: (entries) => {
      settled += entries;
      step.update(settled);
    },
    onProblem: (why) => logEvent("derivation-failed", { why }),
  });
  try {
    return await Promise.race([work(derivation), failed]);
  } finally {
    await derivation.stop();
    step.done();
  }
}

/** What those who wait for cases are told where deriving them fails for long. @param why a sentence */
export function stuckError(why: string): DomainError {
  return new DomainError(
    "busy",
    `Cases wait to be derived, and nothing that was stored is lost; try again once this is over. ${why}`,
  );
}
