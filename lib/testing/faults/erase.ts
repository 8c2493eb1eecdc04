import { cpSync } from "node:fs";
import { recordAudit } from "@/lib/store/access/append-audit";
import { openWriter } from "@/lib/store/open-database";
import { accessPath } from "@/lib/pipeline/worker/data-folder";
import { createScratch, runCli } from "../run-cli";
import { seededRandom } from "../seeded-random";
import { asLines } from "../spans/otlp";
import { readAllFiles } from "../spans/read-raw";
import { supportCase } from "../spans/support-case";
import { lengthOf, timeWithin } from "./command-length";
import { placeInFolder } from "./fault-place";
import { createFaultTally, type FaultResult } from "./fault-result";
import { runKilled } from "./run-killed";

const customer = "cust-zither";
/** What nobody may find once the customer is erased; nothing in it is masked. */
const ofCustomer = [customer, "flugelhorn", "C-sousaphone"];
const args = ["erase", "customer", customer, "--yes"];

/**
 * Kills `throughline erase` at some time, then runs it again: whenever that was, nothing of the customer is left in the
 * files, the audit's included. Of a data folder.
 */
export async function killErasures(seed: number, kills: number): Promise<FaultResult> {
  const random = seededRandom(seed + 7);
  const tally = createFaultTally("kill -9 of throughline erase", seed);
  const scratch = createScratch();
  try {
    const whole = scratch.folder();
    await fill(whole, scratch.file("spans.jsonl", asLines([...cases()])));
    const copy = () => {
      const data = scratch.folder();
      cpSync(whole, data, { recursive: true });
      return placeInFolder(data);
    };
    let wholeMs = await lengthOf(args, copy());
    let killed = 0;
    for (let at = 0; killed < kills && at < 3 * kills; at += 1) {
      const place = copy();
      const afterMs = timeWithin(wholeMs, random);
      const wasKilled = await runKilled(args, place, { afterMs, tally });
      wholeMs *= wasKilled ? 1.05 : 0.8;
      if (wasKilled) killed += 1;
      const { code, stderr } = await runCli(args, place);
      const where = `after ${String(Math.round(afterMs))} ms`;
      if (code !== 0 && !/ erased on /u.test(stderr)) tally.lose(`${where}: ${stderr}`);
      const bytes = readAllFiles(place.data).toString("latin1");
      const left = ofCustomer.filter((word) => bytes.includes(word));
      if (left.length > 0) tally.lose(`${where}: ${left.join(", ")} can still be read`);
      if (!bytes.includes("cust-other")) tally.lose(`${where}: another customer is gone`);
    }
    return tally.end(killed);
  } finally {
    scratch.remove();
  }
}

function* cases() {
  const startUs = Date.parse("2026-10-10T09:00:00Z") * 1000;
  for (const [at, id] of [customer, "cust-other"].entries())
    yield supportCase({
      caseId: at === 0 ? "C-sousaphone" : "C-other",
      idSuffix: `f${String(at)}`,
      startUs,
      messages: [
        { who: "customer", text: `Where is my ${at === 0 ? "flugelhorn" : "parcel"}?` },
        { who: "agent", text: "I will send it tomorrow." },
      ],
      attributes: { customer_id: id },
    });
}

/** Stores the cases, and audits a deed that names the customer's. */
async function fill(data: string, file: string): Promise<void> {
  const { code, stderr } = await runCli(["ingest", file], { data });
  if (code !== 0) throw new Error(stderr);
  const access = await openWriter(accessPath(data), 0, "access");
  const entry = { actor: "a", workspace: "main", network: "loopback", before: null } as const;
  const after = { filter: `customer=${customer}&channel=chat` };
  await recordAudit(access, { ...entry, action: "note-changed", target: "C-sousaphone", after }, 1);
  await access.close();
}
