import type { Token } from "@/lib/domain/people/account";
import type { Doer } from "@/lib/domain/people/audit";
import { DomainError } from "@/lib/domain/domain-error";
import { nowUs } from "@/lib/clock/server";
import { addToken } from "@/lib/store/access/tokens";
import { accessDb } from "./access-db";
import { hashSecret, makePublicId, makeSecret } from "./sign-in/secrets";

/**
 * Creates a program's token.
 * @returns its secret, which is not stored
 * @throws DomainError "invalid-input" if a token for ingest is limited to regions or teams, or one reads words only
 */
export async function makeToken(
  draft: Pick<Token, "name" | "permissions" | "scope" | "expiresUs">,
  by: Doer,
): Promise<{ readonly publicId: string; readonly secret: string }> {
  if (draft.scope !== null && draft.permissions.includes("ingest")) {
    throw new DomainError("invalid-input", onlyExports);
  }
  if (draft.permissions.includes("view-text") && !draft.permissions.includes("export")) {
    throw new DomainError("invalid-input", wordsWithExport);
  }
  const secret = `tl_${makeSecret()}`;
  const publicId = makePublicId("token");
  const token = { ...draft, publicId, secretHash: hashSecret(secret) };
  await addToken(await accessDb(), token, by, nowUs());
  return { publicId, secret };
}

const onlyExports =
  "Regions and teams limit what a token takes away, not what it sends; make a token that may only export.";
const wordsWithExport =
  "A token reads what was said in what it exports; make one that may do both: export and view-text.";
