import type { Database } from "@/lib/store/database";
import type { QueueOrder } from "@/lib/store/queue";
import { startDerivation, type Derivation } from "./start-derivation";

/** Shows how far one step is: called with bytes read of `total`, or entries derived where no total is known. */
export type StepProgress = (
  label: string,
  total: number | null,
) => {
  readonly update: (count: number) => void;
  readonly done: () => void;
};

/**
 * Derives a workspace while `work` goes on, shows how far it is, and stops whatever happens.
 * @param order a server that derives too begins with the oldest
 */
export async function withDerivation<T>(
  db: Database,
  order: QueueOrder,
  startStep: StepProgress,
  work: (derivation: Derivation) => Promise<T>,
): Promise<T> {
  const step = startStep("deriving cases", null);
  let settled = 0;
  const derivation = startDerivation({
    db,
    order,
    onSettled: (entries) => {
      settled += entries;
      step.update(settled);
    },
    onProblem: (message) => console.error(`Will be tried again: ${message}`),
  });
  try {
    return await work(derivation);
  } finally {
    await derivation.stop();
    step.done();
  }
}
