import { Option, type Command } from "commander";
import { z } from "zod";
import { accessDb } from "@/lib/auth/access-db";
import { makeFirstAdminLink, makePasswordLink } from "@/lib/auth/make-password-link";
import { makePublicId } from "@/lib/auth/secrets";
import type { Account } from "@/lib/domain/account";
import { DomainError } from "@/lib/domain/domain-error";
import { roles, type Role, type Scope } from "@/lib/domain/permission";
import { nowUs } from "@/lib/pipeline/clock";
import {
  addAccount,
  changeAccount,
  disableAccount,
  findAccount,
  hasAdmin,
  readAccounts,
} from "@/lib/store/access/accounts";
import { endSessionsOfAccount } from "@/lib/store/access/sessions";
import { commandLineDoer as by } from "./command-line-doer";

const urlOption = new Option("--url <address>", "the address people use")
  .env("THROUGHLINE_URL")
  .default("http://127.0.0.1:3000");
const roleOption = new Option("--role <role>", "what the person comes for").choices(roles);

type ScopeOptions = { readonly region?: string[]; readonly team?: string[] };

/** `throughline user …`: who may sign in. */
export function addUser(program: Command): void {
  const user = program.command("user").description("add, change and end the accounts of people");
  addFirst(user);
  addAdd(user);
  addRole(user);
  addReset(user);
  addRevoke(user);
  addList(user);
}

function addFirst(user: Command): void {
  user
    .command("first")
    .description("print the link that creates the first admin, once")
    .addOption(urlOption)
    .option("--must-exist", "fail where nobody is an admin, instead of printing a link")
    .action(async ({ url, mustExist }: { readonly url: string; readonly mustExist?: true }) => {
      if (mustExist) return requireAdmin();
      const link = await makeFirstAdminLink(url);
      if (link !== null) console.log(`Create the admin (once, within 24 hours): ${link}`);
    });
}

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
    .addOption(urlOption)
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
          name: options.name ?? email,
          role: options.role,
          scope: readScope(options),
        };
        const account = await addAccount(await accessDb(), draft, by, nowUs());
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
    .action(async (email: string, name: string, options: ScopeOptions) => {
      const account = await requireAccount(email);
      const role = roles.find((known) => known === name);
      if (role === undefined) {
        throw new DomainError(
          "invalid-input",
          `There is no role "${name}"; there are ${roles.join(", ")}.`,
        );
      }
      const now = { role, scope: readScope(options) };
      await changeAccount(await accessDb(), account.publicId, now, by, nowUs());
      console.log(`${account.email} is ${role} now.`);
    });
}

function addReset(user: Command): void {
  user
    .command("reset <e-mail>")
    .description("print a link to choose a new password; it is used once")
    .addOption(urlOption)
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
        const ended = await endSessionsOfAccount(db, { id, publicId }, by, nowUs());
        console.log(`Ended ${String(ended)} sessions of ${known}.`);
      } else {
        await disableAccount(db, publicId, by, nowUs());
        console.log(`${known} can no longer sign in.`);
      }
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
  const limits = [...(scope?.regions ?? []), ...(scope?.teams ?? [])].join(", ");
  const state = disabledUs === null ? "" : "  ended";
  return `${publicId}  ${role.padEnd(10)}  ${email}${limits === "" ? "" : `  (${limits})`}${state}`;
}

async function printLink(account: Account, url: string): Promise<void> {
  const link = await makePasswordLink(account, url, by);
  console.log(`${account.email} chooses a password here (once, within 24 hours): ${link}`);
}

function readEmail(text: string): string {
  const parsed = z.email().max(320).safeParse(text);
  if (parsed.success) return parsed.data;
  throw new DomainError("invalid-input", `"${text}" is no e-mail address.`);
}

function readScope({ region = [], team = [] }: ScopeOptions): Scope | null {
  return region.length === 0 && team.length === 0 ? null : { regions: region, teams: team };
}

async function requireAccount(email: string): Promise<Account> {
  const account = await findAccount(await accessDb(), email);
  if (account !== null) return account;
  throw new DomainError(
    "not-found",
    `Nobody has the e-mail address ${email}; see: throughline user list`,
  );
}
