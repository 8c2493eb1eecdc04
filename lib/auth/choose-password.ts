import "server-only";
import { z } from "zod";
import { passwordLengthMax, passwordLengthMin } from "@/lib/domain/account";
import { isDomainError } from "@/lib/domain/domain-error";
import { nowUs } from "@/lib/pipeline/clock";
import { choosePassword, endedLink, readPasswordLink } from "@/lib/store/access/password-links";
import { accessDb } from "./access-db";
import { hashPassword } from "./password";
import { requestSource } from "./request-source";
import { hashSecret, makePublicId } from "./secrets";

/** What a link to choose a password is for; null where it ended. */
export type LinkOffer =
  | { readonly kind: "first-admin" }
  | { readonly kind: "account"; readonly name: string; readonly email: string };

/** @param code of the link, as its address has it */
export async function readLink(code: string): Promise<LinkOffer | null> {
  const link = await readPasswordLink(await accessDb(), hashSecret(code), nowUs());
  if (link === null || link.kind === "first-admin") return link;
  return { kind: "account", name: link.account.name, email: link.account.email };
}

/** How choosing a password ended; the problem is a sentence for one field or for the whole form. */
export type PasswordChoice =
  | { readonly isDone: true; readonly email: string }
  | {
      readonly isDone: false;
      readonly field: "email" | "name" | "password" | null;
      readonly sentence: string;
    };

const tooShort = `Take at least ${String(passwordLengthMin)} characters; several words are good.`;
const tooLong = `Take at most ${String(passwordLengthMax)} characters.`;

const inputSchema = z.strictObject({
  code: z.string().max(200),
  password: z
    .string()
    .min(passwordLengthMin, { error: tooShort })
    .max(passwordLengthMax, { error: tooLong }),
  /** Of the first admin; null in a link of an account. */
  admin: z
    .strictObject({
      email: z.email({ error: "This is no e-mail address." }).max(320),
      name: z.string().trim().min(1, { error: "Write a name." }).max(200),
    })
    .nullable(),
});

/** Uses up a link: sets the account's password, or makes the first admin with it. */
export async function usePasswordLink(input: unknown): Promise<PasswordChoice> {
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) return problemOf(parsed.error);
  const { code, password, admin } = parsed.data;
  if (isGuessable(password, admin?.email ?? "")) {
    return {
      isDone: false,
      field: "password",
      sentence: "This is too easy to guess. Take several words.",
    };
  }
  const draft =
    admin === null
      ? null
      : { ...admin, publicId: makePublicId("account"), role: "admin" as const, scope: null };
  const db = await accessDb();
  const link = { codeHash: hashSecret(code), passwordHash: "", draft };
  // Before the slow hash: a link that ended costs nothing.
  if ((await readPasswordLink(db, link.codeHash, nowUs())) === null) return ended;
  try {
    const passwordHash = await hashPassword(password);
    const { network } = await requestSource();
    const account = await choosePassword(db, { ...link, passwordHash }, network, nowUs());
    return { isDone: true, email: account.email };
  } catch (error) {
    if (isDomainError(error)) return { isDone: false, field: null, sentence: error.message };
    throw error;
  }
}

const ended: PasswordChoice = { isDone: false, field: null, sentence: endedLink };

/** One character or the e-mail address again and again. */
function isGuessable(password: string, email: string): boolean {
  const name = email.split("@")[0] ?? "";
  const isName =
    name !== "" && password.toLowerCase().replaceAll(name.toLowerCase(), "").length < 6;
  return new Set(password).size < 5 || isName;
}

function problemOf({ issues }: z.ZodError): PasswordChoice {
  const issue = issues[0];
  const last = issue?.path.at(-1);
  const field = (["email", "name", "password"] as const).find((name) => name === last) ?? null;
  return { isDone: false, field, sentence: issue?.message ?? "The form could not be read." };
}
