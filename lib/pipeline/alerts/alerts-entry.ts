import { setTimeout as wait } from "node:timers/promises";
import { parentPort } from "node:worker_threads";
import { readAllowedHosts } from "@/lib/domain/alerts/webhook-address";
import { workspaceNames, type WorkspaceName } from "@/lib/domain/workspace";
import type { Database } from "@/lib/store/port";
import { isDatabaseThere } from "@/lib/store/location";
import { openWriter } from "@/lib/store/open-database";
import { nowUs } from "@/lib/clock/server";
import { accessPath, webhookSecretOf, workspacePath } from "../worker/data-folder";
import { lowerPriority } from "../worker/lower-priority";
import { describeError } from "@/lib/log/describe-error";
import { readOwners } from "./alert-owners";
import { createAlertRounds } from "./alert-rounds";
import { deliverDue } from "./deliver-due";
import { readMailServer } from "./mail-server";
import { lookUp } from "./reachable-addresses";
import type { Observe } from "./evaluate-alerts";
import type { AlertsNews, AlertsReply } from "./start-alerts";

/**
 * Thread that looks for alerts of every workspace and delivers their messages. It can be terminated at any time: what
 * became of an alert is stored with its messages, and those that were not noted as delivered are delivered again.
 */
const port = parentPort;
if (port === null) throw new Error("This file runs as a thread of the server.");

lowerPriority();

/** Between two looks at whether something is due. */
const pollMs = 500;
const afterProblemMs = 5000;
const baseUrl = process.env["NEXTAUTH_URL"] ?? "http://127.0.0.1:3000";
const mail = readMailServer(process.env);
const reach = { allowed: readAllowedHosts(process.env), lookUp };
const owners = () => readOwners(accessPath());
const secretOf = (salt: string) => webhookSecretOf(salt);

const waiting = new Map<number, (reply: AlertsReply) => void>();
let asked = 0;
port.on("message", (reply: AlertsReply) => {
  waiting.get(reply.id)?.(reply);
  waiting.delete(reply.id);
});

/** Asks the thread that has the columns. */
const observe: Observe = async (...args) => {
  const id = (asked += 1);
  const news: AlertsNews = { type: "observe", id, args };
  const reply = await new Promise<AlertsReply>((resolve) => {
    waiting.set(id, resolve);
    port.postMessage(news);
  });
  if ("why" in reply) throw new Error(reply.why);
  return reply.observation;
};

for (const name of workspaceNames) void serve(name);

async function serve(workspace: WorkspaceName): Promise<void> {
  let db: Database | null = null;
  let look: ReturnType<typeof createAlertRounds> | null = null;
  for (;;) {
    await wait(pollMs);
    try {
      const path = workspacePath(workspace);
      if (!isDatabaseThere(path)) continue;
      db ??= await openWriter(path);
      // Of the processes that share a workspace one looks and delivers; another one when it has ended.
      if (db.claims !== null && (await db.claims.take(["alerts"], 1)).size === 0) continue;
      look ??= createAlertRounds({ db, observe, owners });
      await look(nowUs);
      await deliverDue({ db, workspace, owners, baseUrl, mail, reach, secretOf }, nowUs);
    } catch (error) {
      const news: AlertsNews = { type: "problem", why: describeError(error) };
      port?.postMessage(news);
      await wait(afterProblemMs);
    }
  }
}
