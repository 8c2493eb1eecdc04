import "server-only";
import { z } from "zod";
import type { AccessOutcome } from "@/lib/domain/people/access-change";
import { tokenPermissions } from "@/lib/domain/people/account";
import type { Doer } from "@/lib/domain/people/audit";
import { DomainError, isDomainError } from "@/lib/domain/domain-error";
import { roles, type Permission } from "@/lib/domain/people/permission";
import { nowUs } from "@/lib/clock/server";
import {
  addAccount,
  changeAccount,
  disableAccount,
  enableAccount,
} from "@/lib/store/access/accounts";
import { endSession } from "@/lib/store/access/sessions";
import { revokeToken } from "@/lib/store/access/tokens";
import { accessDb } from "./access-db";
import { authorizeChange } from "./authorize";
import type { SignedIn } from "./current-viewer";
import { makePasswordLink } from "./sign-in/make-password-link";
import { makeToken } from "./make-token";
import { requestSource } from "./request-source";
import { makePublicId } from "./sign-in/secrets";
import { publicUrl } from "./public-url";

const publicId = z.string().max(100);
const names = z.array(z.string().trim().min(1).max(200)).max(50);
const scope = z.strictObject({ regions: names, teams: names }).nullable();
const role = z.enum(roles);
const dayUs = 24 * 60 * 60 * 1_000_000;

const sessionEnd = z.strictObject({ kind: z.literal("session-ended"), publicId });

/** An admin's changes on the Access page; only these members are read from the browser. */
const changeSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("account-added"),
    email: z.email({ error: "This is no e-mail address." }).max(320),
    name: z.string().trim().min(1, { error: "Write a name." }).max(200),
    role,
    scope,
  }),
  z.strictObject({ kind: z.literal("account-changed"), publicId, role, scope }),
  z.strictObject({ kind: z.literal("account-ended"), publicId }),
  z.strictObject({ kind: z.literal("account-enabled"), publicId }),
  z.strictObject({ kind: z.literal("password-link"), publicId }),
  sessionEnd,
  z.strictObject({
    kind: z.literal("token-made"),
    name: z.string().trim().min(1, { error: "Write a name." }).max(200),
    permissions: z.array(z.enum(tokenPermissions)).min(1, { error: "Choose what it may do." }),
    scope,
    days: z.number().int().min(1).max(3650).nullable(),
  }),
  z.strictObject({ kind: z.literal("token-revoked"), publicId }),
]);
type AccessChange = z.infer<typeof changeSchema>;

/** Applies a change by an admin on the Access page. */
export async function changeAccess(input: unknown): Promise<AccessOutcome> {
  return withDoer("manage-users", changeSchema, input, async (by, change) => apply(change, by));
}

/** Ends a session of the viewer's own account. */
export async function endSessionOfMine(input: unknown): Promise<AccessOutcome> {
  return withDoer("view-cases", sessionEnd, input, async (by, ended, { accountId }) => {
    if (accountId === null) throw new DomainError("not-found", "The demo has no account.");
    const session = { publicId: ended.publicId, accountId };
    await endSession(await accessDb(), session, "session-ended", by, nowUs());
    return null;
  });
}

/** @returns a secret to show once, or null */
async function apply(change: AccessChange, by: Doer): Promise<string | null> {
  const db = await accessDb();
  switch (change.kind) {
    case "account-added": {
      const draft = { ...change, publicId: makePublicId("account") };
      return makePasswordLink(await addAccount(db, draft, by, nowUs()), publicUrl(), by);
    }
    case "account-changed":
      await changeAccount(db, change.publicId, change, by, nowUs());
      return null;
    case "account-ended":
      await disableAccount(db, change.publicId, by, nowUs());
      return null;
    case "account-enabled":
      await enableAccount(db, change.publicId, by, nowUs());
      return null;
    case "password-link":
      return makePasswordLink(change, publicUrl(), by);
    case "session-ended":
      await endSession(db, { ...change, accountId: null }, "session-ended", by, nowUs());
      return null;
    case "token-made": {
      const expiresUs = change.days === null ? null : nowUs() + change.days * dayUs;
      const { publicId: id, secret } = await makeToken({ ...change, expiresUs }, by);
      return `${id} ${secret}`;
    }
    case "token-revoked":
      await revokeToken(db, change.publicId, by, nowUs());
      return null;
  }
}

async function withDoer<Input>(
  permission: Permission,
  schema: z.ZodType<Input>,
  input: unknown,
  work: (by: Doer, input: Input, viewer: SignedIn) => Promise<string | null>,
): Promise<AccessOutcome> {
  const authorized = await authorizeChange(permission);
  if (!authorized.isAllowed) return { isDone: false, sentence: authorized.sentence };
  const parsed = schema.safeParse(input);
  if (!parsed.success) return { isDone: false, sentence: parsed.error.issues[0]?.message ?? "" };
  const { viewer } = authorized;
  const { network } = await requestSource();
  try {
    const by = { actor: viewer.actor, network };
    return { isDone: true, shown: await work(by, parsed.data, viewer) };
  } catch (error) {
    if (isDomainError(error)) return { isDone: false, sentence: error.message };
    throw error;
  }
}
