import "server-only";
import { z } from "zod";
import { passwordLengthMax, passwordLengthMin } from "@/lib/domain/people/account";
import { isDomainError } from "@/lib/domain/domain-error";
import { isGuessable } from "@/lib/domain/people/is-guessable";
import { codeOf, type LinkOffer, type LinkStep } from "@/lib/domain/people/password-link";
import { nowUs } from "@/lib/clock/server";
import { changePassword, findAccountById } from "@/lib/store/access/accounts";
import { choosePassword, endedLink, readPasswordLink } from "@/lib/store/access/password-links";
import { forgiveTries } from "@/lib/store/access/sign-in-tries";
import { waitSentence } from "@/lib/format/layout/sign-in-words";
import { accessDb } from "../access-db";
import { authorizeChange } from "../authorize";
import { checkCredentials } from "./check-credentials";
import { readDevice, rememberDevice } from "./known-device";
import { hashPassword } from "./password";
import { requestSource } from "../request-source";
import { hashSecret, makePublicId } from "./secrets";
import { signInKeys } from "./sign-in-keys";

/**
 * @param code of the link.
 * @returns its purpose, or null if expired
 */
async function readLink(code: string): Promise<LinkOffer | null> {
  const link = await readPasswordLink(await accessDb(), hashSecret(code), nowUs());
  if (link === null || link.kind === "first-admin") return link;
  return { kind: "account", name: link.account.name, email: link.account.email };
}

const fields = ["email", "name", "current", "password"] as const;
type PasswordField = (typeof fields)[number];

/** Result of choosing a password; a problem is a sentence for one field or the whole form. */
export type PasswordChoice =
  | { readonly isDone: true; readonly email: string }
  | {
      readonly isDone: false;
      readonly field: PasswordField | null;
      readonly sentence: string;
    };

/** Changes the password of the viewer's own account; requires the current one. */
export async function changeOwnPassword(input: unknown): Promise<PasswordChoice> {
  const authorized = await authorizeChange("view-cases");
  if (!authorized.isAllowed) return refused(null, authorized.sentence);
  const parsed = changeSchema.safeParse(input);
  if (!parsed.success) return problemOf(parsed.error);
  const { current, password } = parsed.data;
  const { actor, sessionId } = authorized.viewer;
  const db = await accessDb();
  const account = await findAccountById(db, actor);
  if (account === null) return refused(null, "The demo has no account.");
  if (isGuessable(password, account.email)) return refused("password", guessable);
  const { network } = await requestSource();
  const source = { network, device: await readDevice() };
  const check = await checkCredentials({ email: account.email, password: current }, source);
  if (!check.isRight) return refused("current", wrongCurrent(check.waitSeconds));
  const hash = await hashPassword(password);
  await changePassword(db, { ...account, sessionId }, hash, { actor, network }, nowUs());
  return { isDone: true, email: account.email };
}

function wrongCurrent(waitSeconds: number): string {
  return waitSeconds === 0
    ? "This is not the password of your account."
    : waitSentence(waitSeconds);
}

function refused(field: PasswordField | null, sentence: string): PasswordChoice {
  return { isDone: false, field, sentence };
}

const guessable = "This is too easy to guess. Take several words.";
const tooShort = `Take at least ${String(passwordLengthMin)} characters; several words are good.`;
const tooLong = `Take at most ${String(passwordLengthMax)} characters.`;

const password = z
  .string()
  .min(passwordLengthMin, { error: tooShort })
  .max(passwordLengthMax, { error: tooLong });

const changeSchema = z.strictObject({ current: z.string().max(passwordLengthMax), password });

const inputSchema = z.strictObject({
  code: z.string().max(200),
  password,
  /** For the first admin; null in a link for an account. */
  admin: z
    .strictObject({
      email: z.email({ error: "This is no e-mail address." }).max(320),
      name: z.string().trim().min(1, { error: "Write a name." }).max(200),
    })
    .nullable(),
});

const textSchema = z.string().max(2000).catch("");

/** The next step of a link: its purpose, or, if the form has a password, the result. */
export async function followLink(form: FormData): Promise<LinkStep> {
  const text = (name: string) => textSchema.parse(form.get(name));
  const code = codeOf(text("code"));
  const offer = await readLink(code);
  if (offer === null) return { kind: "ended" };
  if (!form.has("password")) return { kind: "choose", code, offer, problem: null };
  const admin = offer.kind === "first-admin" ? { email: text("email"), name: text("name") } : null;
  const choice = await usePasswordLink({ code, password: text("password"), admin });
  if (choice.isDone) return { kind: "done", email: choice.email };
  return { kind: "choose", code, offer, problem: choice };
}

/** Redeems a link: sets the account's password, or creates the first admin. */
export async function usePasswordLink(input: unknown): Promise<PasswordChoice> {
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) return problemOf(parsed.error);
  const { code, password, admin } = parsed.data;
  const db = await accessDb();
  const codeHash = hashSecret(code);
  // Before the slow hash, so that an expired link costs nothing.
  const link = await readPasswordLink(db, codeHash, nowUs());
  if (link === null) return refused(null, endedLink);
  const email = link.kind === "account" ? link.account.email : (admin?.email ?? "");
  if (isGuessable(password, email)) return refused("password", guessable);
  const role = "admin" as const;
  const draft =
    admin === null ? null : { ...admin, publicId: makePublicId("account"), role, scope: null };
  try {
    const passwordHash = await hashPassword(password);
    const { network } = await requestSource();
    const account = await choosePassword(db, { codeHash, passwordHash, draft }, network, nowUs());
    // The new password lifts the delay caused by others' attempts, for this browser.
    const { here, name } = signInKeys(account.email, network);
    await forgiveTries(db, { names: [here.key, name.key], network: null });
    await rememberDevice(account.email);
    return { isDone: true, email: account.email };
  } catch (error) {
    if (isDomainError(error)) return refused(null, error.message);
    throw error;
  }
}

function problemOf({ issues }: z.ZodError): PasswordChoice {
  const issue = issues[0];
  const last = issue?.path.at(-1);
  const field = fields.find((name) => name === last) ?? null;
  return { isDone: false, field, sentence: issue?.message ?? "The form could not be read." };
}
