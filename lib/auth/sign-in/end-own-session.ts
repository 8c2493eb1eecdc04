import "server-only";
import { nowUs } from "@/lib/clock/server";
import { endSession } from "@/lib/store/access/sessions";
import { accessDb } from "../access-db";
import { currentViewer } from "../current-viewer";
import { requestSource } from "../request-source";

/** Ends the current request's session, if any. */
export async function endOwnSession(): Promise<void> {
  const viewer = await currentViewer();
  if (viewer === null) return;
  const { network } = await requestSource();
  const by = { actor: viewer.actor, network };
  const session = { publicId: viewer.sessionId, accountId: viewer.accountId };
  await endSession(await accessDb(), session, "signed-out", by, nowUs());
}
