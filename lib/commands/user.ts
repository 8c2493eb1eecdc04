import { Option, type Command } from "commander";
import { z } from "zod";
import { accessDb } from "@/lib/auth/access-db";
import { makeFirstAdminLink, makePasswordLink } from "@/lib/auth/sign-in/make-password-link";
import { makePublicId } from "@/lib/auth/sign-in/secrets";
import type { Account } from "@/lib/domain/people/account";
import { DomainError } from "@/lib/domain/domain-error";
import { roles, type Role } from "@/lib/domain/people/permission";
import { nowUs } from "@/lib/clock/server";
import {
  addAccount,
  changeAccount,
  disableAccount,
  enableAccount,
  findAccount,
  hasAdmin,
  readAccounts,
} from "@/lib/store/access/accounts";
import { endSessionsOfAccount } from "@/lib/store/access/sessions";
import { commandLineDoer } from "./command-line-doer";
import { urlOption } from "./read-url";
import { readScope, scopeWords, type ScopeOptions } from "./scope-options";

const roleOption = new Option("--role <role>", "what the person comes for").choices(roles);

type RoleOptions = ScopeOptions & { readonly everywhere?: true };

/** `throughline user …`: who may sign in. */
export function addUser(program: Command): void {
  const user = program.command("user").description("add, change and end the accounts of people");
  addFirst(user);
  addAdd(user);
  addRole(user);
  addReset(user);
  addRevoke(user);
  addEnable(user);
  addList(user);
}

function addFirst(user: Command): void {
  user
    .command("first")
    .description("print the link that creates the first admin, once")
    .addOption(urlOption())
    .option("--must-exist", "fail where nobody is an admin, instead of printing a link")
    .action(async ({ url, mustExist }: FirstOptions, command: Command) => {
      if (mustExist) return requireAdmin();
      const link = await makeFirstAdminLink(url, commandLineDoer());
      if (link === null) return;
      console.log(`Create the admin (once, within 24 hours): ${link}`);
      if (command.getOptionValueSource("url") !== "cli") {
        console.error("If the server tells another address at its start, give that with --url.");
      }
    });
}

type FirstOptions = { readonly url: string; readonly mustExist?: true };

async function requireAdmin(): Promise<void> {
  if (await hasAdmin(await accessDb())) return;
  throw new DomainError(
    "not-found",
    "Other machines can reach this server, so it needs an admin first. Add one: npx throughline user add <e-mail> --role admin",
  );
}

function addAdd(user: Command): void {
  user
    .command("add <e-mail>")
    .description("add an account and print the link to choose its password")
    .addOption(roleOption.makeOptionMandatory())
    .option("--name <name>", "the person's name")
    .option("--region <region...>", "sees only cases of these regions")
    .option("--team <team...>", "sees only cases of these teams")
    .addOption(urlOption())
    .action(
      async (
        email: string,
        options: ScopeOptions & {
          readonly role: Role;
          readonly name?: string;
          readonly url: string;
        },
      ) => {
        const draft = {
          publicId: makePublicId("account"),
          email: readEmail(email),
          name: readName(options.name ?? email),
          role: options.role,
          scope: readScope(options),
        };
        const account = await addAccount(await accessDb(), draft, commandLineDoer(), nowUs());
        await printLink(account, options.url);
      },
    );
}

function addRole(user: Command): void {
  user
    .command("role <e-mail> <role>")
    .description(`change what an account comes for: ${roles.join(", ")}`)
    .option("--region <region...>", "sees only cases of these regions")
    .option("--team <team...>", "sees only cases of these teams")
    .option("--everywhere", "sees the cases of every region and team")
    .action(async (email: string, name: string, options: RoleOptions) => {
      const account = await requireAccount(email);
      const role = roles.find((known) => known === name);
      if (role === undefined) {
        throw new DomainError(
          "invalid-input",
          `There is no role "${name}"; there are ${roles.join(", ")}.`,
        );
      }
      const scope = options.everywhere ? null : (readScope(options) ?? account.scope);
      const now = { role, scope };
      await changeAccount(await accessDb(), account.publicId, now, commandLineDoer(), nowUs());
      console.log(`${account.email} is ${role} now, and sees ${scopeWords(scope)}.`);
    });
}

function addReset(user: Command): void {
  user
    .command("reset <e-mail>")
    .description("print a link to choose a new password; it is used once")
    .addOption(urlOption())
    .action(async (email: string, { url }: { readonly url: string }) => {
      await printLink(await requireAccount(email), url);
    });
}

function addRevoke(user: Command): void {
  user
    .command("revoke <e-mail>")
    .description("end an account and its sessions at once")
    .option("--sessions-only", "end its sessions; the account may sign in again")
    .action(async (email: string, { sessionsOnly }: { readonly sessionsOnly?: true }) => {
      const { publicId, id, email: known } = await requireAccount(email);
      const db = await accessDb();
      if (sessionsOnly) {
        const ended = await endSessionsOfAccount(db, { id, publicId }, commandLineDoer(), nowUs());
        console.log(`Ended ${String(ended)} sessions of ${known}.`);
      } else {
        await disableAccount(db, publicId, commandLineDoer(), nowUs());
        console.log(`${known} can no longer sign in.`);
      }
    });
}

function addEnable(user: Command): void {
  user
    .command("enable <e-mail>")
    .description("let an account that was ended sign in again")
    .action(async (email: string) => {
      const { publicId, email: known } = await requireAccount(email);
      await enableAccount(await accessDb(), publicId, commandLineDoer(), nowUs());
      console.log(`${known} can sign in again.`);
    });
}

function addList(user: Command): void {
  user
    .command("list")
    .description("list the accounts")
    .option("--json", "print one JSON object a line")
    .action(async ({ json }: { readonly json?: true }) => {
      for (const account of await readAccounts(await accessDb())) {
        console.log(json ? JSON.stringify(account) : lineOf(account));
      }
    });
}

function lineOf({ email, role, scope, publicId, disabledUs }: Account): string {
  const limits = scope === null ? "" : `  (${scopeWords(scope)})`;
  const state = disabledUs === null ? "" : "  ended";
  return `${publicId}  ${role.padEnd(10)}  ${email}${limits}${state}`;
}

async function printLink(account: Account, url: string): Promise<void> {
  const link = await makePasswordLink(account, url, commandLineDoer());
  console.log(`${account.email} chooses a password here (once, within 24 hours): ${link}`);
}

function readName(text: string): string {
  const parsed = z.string().trim().min(1).max(200).safeParse(text);
  if (parsed.success) return parsed.data;
  throw new DomainError("invalid-input", "A name has 1 to 200 characters.");
}

function readEmail(text: string): string {
  const parsed = z.email().max(320).safeParse(text);
  if (parsed.success) return parsed.data;
  throw new DomainError("invalid-input", `"${text}" is no e-mail address.`);
}

async function requireAccount(email: string): Promise<Account> {
  const account = await findAccount(await accessDb(), email);
  if (account !== null) return account;
  throw new DomainError(
    "not-found",
    `Nobody has the e-mail address ${email}; see: throughline user list`,
  );
}
