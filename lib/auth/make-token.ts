import type { Token } from "@/lib/domain/account";
import type { Doer } from "@/lib/domain/audit";
import { nowUs } from "@/lib/pipeline/clock";
import { addToken } from "@/lib/store/access/tokens";
import { accessDb } from "./access-db";
import { hashSecret, makePublicId, makeSecret } from "./secrets";

/** Makes a token of a program. @returns its secret, which is not kept and cannot be shown again */
export async function makeToken(
  draft: Pick<Token, "name" | "permissions" | "expiresUs">,
  by: Doer,
): Promise<{ readonly publicId: string; readonly secret: string }> {
  const secret = `tl_${makeSecret()}`;
  const publicId = makePublicId("token");
  const token = { ...draft, publicId, secretHash: hashSecret(secret) };
  await addToken(await accessDb(), token, by, nowUs());
  return { publicId, secret };
}
