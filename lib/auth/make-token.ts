import type { Token } from "@/lib/domain/people/account";
import type { Doer } from "@/lib/domain/people/audit";
import { DomainError } from "@/lib/domain/domain-error";
import { nowUs } from "@/lib/pipeline/worker/clock";
import { addToken } from "@/lib/store/access/tokens";
import { accessDb } from "./access-db";
import { hashSecret, makePublicId, makeSecret } from "./sign-in/secrets";

/**
 * Makes a token of a program.
 * @returns its secret, which is not kept and cannot be shown again
 * @throws DomainError "invalid-input" where regions or teams would limit one that sends traces
 */
export async function makeToken(
  draft: Pick<Token, "name" | "permissions" | "scope" | "expiresUs">,
  by: Doer,
): Promise<{ readonly publicId: string; readonly secret: string }> {
  if (draft.scope !== null && draft.permissions.includes("ingest")) {
    throw new DomainError("invalid-input", onlyExports);
  }
  const secret = `tl_${makeSecret()}`;
  const publicId = makePublicId("token");
  const token = { ...draft, publicId, secretHash: hashSecret(secret) };
  await addToken(await accessDb(), token, by, nowUs());
  return { publicId, secret };
}

const onlyExports =
  "Regions and teams limit what a token takes away, not what it sends; make a token that may only export.";
