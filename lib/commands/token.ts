import { Option, type Command } from "commander";
import { accessDb } from "@/lib/auth/access-db";
import { makeToken } from "@/lib/auth/make-token";
import { tokenPermissions, type Token, type TokenPermission } from "@/lib/domain/people/account";
import { DomainError } from "@/lib/domain/domain-error";
import { nowUs } from "@/lib/clock/server";
import { readTokens, revokeToken } from "@/lib/store/access/tokens";
import { commandLineDoer } from "./command-line-doer";
import { readScope, scopeWords, type ScopeOptions } from "./scope-options";

const dayUs = 24 * 60 * 60 * 1_000_000;

type AddOptions = ScopeOptions & {
  readonly may: readonly TokenPermission[];
  readonly days?: string;
};

/** `throughline token …`: secrets of programs that send traces or take lists. */
export function addToken(program: Command): void {
  const token = program.command("token").description("make and end the tokens of programs");
  token
    .command("add <name>")
    .description("make a token and print its secret, once")
    .addOption(
      new Option(
        "--may <what...>",
        "what it may do: send traces, read cases and figures, and with that what was said",
      )
        .choices(tokenPermissions)
        .default(["ingest"]),
    )
    .option("--region <region...>", "reads only cases of these regions; with --may export")
    .option("--team <team...>", "reads only cases of these teams; with --may export")
    .option("--days <number>", "how long it lasts; without this until it is revoked")
    .action(async (name: string, { may, days, ...limits }: AddOptions) => {
      const expiresUs = days === undefined ? null : nowUs() + readDays(days) * dayUs;
      const { publicId, secret } = await makeToken(
        { name, permissions: may, scope: readScope(limits), expiresUs },
        commandLineDoer(),
      );
      console.log(`${publicId} ${secret}`);
      console.error("The secret is not shown again. Send it as: Authorization: Bearer <secret>");
    });
  token
    .command("revoke <id>")
    .description("end a token at once")
    .action(async (id: string) => {
      if (await revokeToken(await accessDb(), id, commandLineDoer(), nowUs())) {
        console.log(`${id} has ended.`);
        return;
      }
      throw new DomainError("not-found", `No token ${id} is in use; see: throughline token list`);
    });
  token
    .command("list")
    .description("list the tokens, without their secrets")
    .option("--json", "print one JSON object a line")
    .action(async ({ json }: { readonly json?: true }) => {
      for (const each of await readTokens(await accessDb())) {
        console.log(json ? JSON.stringify(each) : lineOf(each, nowUs()));
      }
    });
}

function readDays(text: string): number {
  const days = Number(text);
  if (days > 0 && days <= 3650) return days;
  throw new DomainError("invalid-input", `--days ${text} is not a number from 1 to 3650.`);
}

function lineOf(token: Token, now: number): string {
  const { publicId, name, permissions, scope, expiresUs, revokedUs } = token;
  const limits = scope === null ? "" : `  (${scopeWords(scope)})`;
  const hasExpired = expiresUs !== null && expiresUs <= now;
  const state = revokedUs === null ? (hasExpired ? "  expired" : "") : "  revoked";
  return `${publicId}  ${permissions.join(",")}  ${name}${limits}${state}`;
}
