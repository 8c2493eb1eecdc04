import type { Account } from "@/lib/domain/people/account";
import type { Role } from "@/lib/domain/people/permission";
import { nowUs } from "@/lib/clock/server";
import { addSession } from "@/lib/store/access/sessions";
import { accessDb } from "../access-db";
import { requestSource } from "../request-source";
import { hashSecret, makePublicId, makeSecret } from "./secrets";
import { sessionLongestUs } from "./session-times";
import { tidyAccess } from "../tidy-access";

/** The holder of a session: an account, or a demo visitor in a role. */
export type SessionFor =
  | { readonly account: Pick<Account, "id" | "publicId"> }
  | { readonly demoRole: Role };

/**
 * Opens a session for the current request.
 * @returns the key for the cookie
 */
export async function openSession(holder: SessionFor): Promise<string> {
  const key = makeSecret();
  const publicId = makePublicId("session");
  const createdUs = nowUs();
  const isDemo = "demoRole" in holder;
  const { network, device } = await requestSource();
  const session = {
    keyHash: hashSecret(key),
    publicId,
    accountId: isDemo ? null : holder.account.id,
    demoRole: isDemo ? holder.demoRole : null,
    createdUs,
    expiresUs: createdUs + sessionLongestUs,
    network,
    device,
  };
  const actor = isDemo ? publicId : holder.account.publicId;
  await addSession(await accessDb(), session, { actor, network });
  await tidyAccess();
  return key;
}
