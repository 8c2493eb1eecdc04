import type { Token, TokenPermission } from "@/lib/domain/people/account";
import { nowUs } from "@/lib/clock/server";
import { logEvent } from "@/lib/log/log-event";
import { addRefusal } from "@/lib/store/access/refusals";
import { hasAccounts } from "@/lib/store/access/accounts";
import { findToken, touchToken } from "@/lib/store/access/tokens";
import { accessDb } from "./access-db";
import { isLoopbackOnly } from "./deployment";
import { isOwnPage } from "@/lib/domain/people/is-own-page";
import type { Scope } from "@/lib/domain/people/permission";
import { addressHeader, networkOf } from "./network-of";
import { hashSecret } from "./sign-in/secrets";

export type PresentedToken = { readonly secret: string; readonly publicId: string | null };

/** Whether a program is authorized, or an HTTP status and a sentence for its log. */
export type ProgramAnswer =
  | {
      readonly isAllowed: true;
      /** The token's; null if none is required. */
      readonly publicId: string | null;
      /** The cases it may export; null: all. */
      readonly scope: Scope | null;
      /** Whether it may export what was said. */
      readonly readsText: boolean;
    }
  | { readonly isAllowed: false; readonly status: 401 | 403; readonly sentence: string };

/** Minimum interval between updates of a token's last use. */
const touchUs = 60_000_000;
const hourUs = 60 * touchUs;

/**
 * Authorizes a program by its token. On a loopback server without accounts every program may send traces, with
 * whatever key it always sends.
 */
export async function authorizeProgram(
  request: Pick<Request, "headers">,
  permission: TokenPermission,
): Promise<ProgramAnswer> {
  const { headers } = request;
  // A browser sends its page's origin: foreign pages must not post to loopback.
  if (headers.get("origin") !== null && !isOwnPage(headers)) return refused(403, foreignOrigin);
  const isOpen =
    permission === "ingest" &&
    isLoopbackOnly(process.env) &&
    !(await hasAccounts(await accessDb()));
  if (isOpen) return { isAllowed: true, publicId: null, scope: null, readsText: false };
  const presented = readPresentedToken(headers);
  if (presented === null) return refused(401, tokenMissing(permission));
  return checkToken(presented, permission, networkOf(headers.get(addressHeader)));
}

/** Reads a token from exporters' headers, or null. */
export function readPresentedToken(headers: Pick<Headers, "get">): PresentedToken | null {
  const [, scheme = "", value = ""] =
    /^(\w+)(?: |%20)+(\S+)$/u.exec(headers.get("authorization")?.trim() ?? "") ?? [];
  if (scheme.toLowerCase() === "bearer") return { secret: value, publicId: null };
  if (scheme.toLowerCase() === "basic") return readPair(Buffer.from(value, "base64").toString());
  const publicId = headers.get("x-api-key");
  const secret = headers.get("x-secret-key");
  return publicId === null || secret === null ? null : { publicId, secret };
}

/** Langfuse's public and secret key pair. */
function readPair(text: string): PresentedToken {
  const at = text.indexOf(":");
  return { publicId: text.slice(0, Math.max(at, 0)), secret: text.slice(at + 1) };
}

async function checkToken(
  { secret, publicId }: PresentedToken,
  permission: TokenPermission,
  network: string,
): Promise<ProgramAnswer> {
  const db = await accessDb();
  const token = await findToken(db, hashSecret(secret));
  const now = nowUs();
  const recordFailure = async (actor: string, reason: string) => {
    const entry = { actor, network, workspace: null, target: permission, before: null };
    await addRefusal(db, { ...entry, action: "refused", after: { reason } }, now);
  };
  if (token === null || (publicId !== null && publicId !== token.publicId)) {
    await recordFailure("nobody", "unknown token");
    return refused(401, `This token is not known here. ${howToMake(permission)}`);
  }
  const answer = answerFor(token, permission, now);
  if (answer.isAllowed) {
    // Its last use is for people to look at: a full disk is no reason to refuse what it may do.
    if (now - (token.usedUs ?? 0) > touchUs)
      await touchToken(db, token.publicId, now).catch((error: unknown) => {
        logEvent("token-use-not-noted", { error });
      });
  } else {
    const key = `${token.publicId} ${permission} ${answer.reason}`;
    if (now - (refusedUs.get(key) ?? 0) > hourUs) {
      refusedUs.set(key, now);
      await recordFailure(token.publicId, answer.reason);
    }
  }
  return answer.isAllowed
    ? answer
    : { isAllowed: false, status: answer.status, sentence: answer.sentence };
}

/** When a refusal of each token, permission and reason was last recorded: exporters retry. */
const refusedUs = new Map<string, number>();

function answerFor(
  { publicId, permissions, scope, expiresUs, revokedUs }: Token,
  permission: TokenPermission,
  now: number,
): TokenAnswer {
  const make = howToMake(permission);
  if (revokedUs !== null) {
    return { ...refused(401, `This token was revoked. ${make}`), reason: "revoked" };
  }
  if (expiresUs !== null && expiresUs <= now) {
    return { ...refused(401, `This token has expired. ${make}`), reason: "expired" };
  }
  if (permissions.includes(permission)) {
    return { isAllowed: true, publicId, scope, readsText: permissions.includes("view-text") };
  }
  const sentence = `This token may not ${permission}; it may ${permissions.join(", ")}. ${make}`;
  return { ...refused(403, sentence), reason: "not permitted" };
}

type Refused = Extract<ProgramAnswer, { readonly isAllowed: false }>;
/** `reason` is for the audit log, which holds no sentences. */
type TokenAnswer =
  | Extract<ProgramAnswer, { readonly isAllowed: true }>
  | (Refused & { readonly reason: string });

function refused(status: 401 | 403, sentence: string): Refused {
  return { isAllowed: false, status, sentence };
}

const foreignOrigin = "A page of another site sent this; programs send no Origin.";

/** That a program sent no token, and where one is made. */
export function tokenMissing(permission: TokenPermission): string {
  return `Send a token as Authorization: Bearer …, or as x-api-key with x-secret-key, or the pair as Basic. ${howToMake(permission)}`;
}

function howToMake(permission: TokenPermission): string {
  const option = permission === "ingest" ? "" : ` --may ${permission}`;
  return `The page Access makes one, and so does: npx throughline token add <name>${option}`;
}
