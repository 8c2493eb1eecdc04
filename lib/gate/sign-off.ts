import type { SignOff, StoredVerdict } from "@/lib/domain/gate/stored-verdict";
import type { GateVerdictName } from "@/lib/domain/gate/verdict";

type Signed = Pick<StoredVerdict, "run" | "cohort" | "record">;

/** The hash that says which verdict a person signed off. */
export function hashSigned(
  { run, cohort, record }: Signed,
  sha256: (text: string) => string,
): string {
  return sha256(JSON.stringify([run, cohort, record]));
}

/** A verdict's sign-off; null: there is none, or it is of another record than the one that is stored. */
export function validSignOff(
  stored: Signed & Pick<StoredVerdict, "signOff">,
  sha256: (text: string) => string,
): SignOff | null {
  const { signOff, record } = stored;
  if (signOff === null || record === null) return null;
  return signOff.hash === hashSigned(stored, sha256) ? signOff : null;
}

/** Whether a verdict waits for a person: it passes, is not proven, and its policy asks for a sign-off. */
export function asksForSignOff(judged: {
  readonly verdict: { readonly verdict: GateVerdictName };
  readonly input: { readonly policy: { readonly notProven: string } };
}): boolean {
  const { verdict, input } = judged;
  return verdict.verdict === "pass_not_proven" && input.policy.notProven === "sign_off";
}
