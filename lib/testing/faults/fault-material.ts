import { cpSync } from "node:fs";
import { createScratch } from "../run-cli";
import { bundleServer } from "../start-server";
import { capturedLogs, readCapturedRequests } from "../spans/captured-logs";
import { asLines } from "../spans/otlp";
import { syntheticExport } from "../spans/synthetic-export";
import { withTestWorkspace } from "../test-workspace";
import { placeInFolder, type FaultPlace } from "./fault-place";

/** What faults are tried on: one export, and what an undisturbed run makes of it. */
export type FaultMaterial = {
  readonly seed: number;
  /** Bodies of spans and of log events. */
  readonly requests: readonly object[];
  /** The same and CRM records as files. */
  readonly files: readonly string[];
  /** The digest of an undisturbed run: of the requests, and of the files. */
  readonly digests: { readonly requests: string; readonly files: string };
  /** The bundle of the ingest server. */
  readonly server: string;
  /** A new, empty workspace. */
  readonly empty: () => Promise<FaultPlace>;
  /** A new workspace in which everything is stored and nothing derived. */
  readonly stored: () => Promise<FaultPlace>;
  readonly remove: () => void;
};

/** Makes databases on a server. */
export type Databases = {
  /** A new, empty database. @returns its URL */
  readonly create: () => Promise<string>;
  /** A copy of a database that nobody is connected to. @returns the URL of the copy */
  readonly copy: (url: string) => Promise<string>;
};

/**
 * @param caseCount cases of synthetic contacts, beside what an instrumentation really sent with its words in logs
 * @param databases where the workspaces are; null: files of their data folders
 */
export async function createFaultMaterial(
  seed: number,
  caseCount: number,
  databases: Databases | null = null,
): Promise<FaultMaterial> {
  const scratch = createScratch();
  const made = syntheticExport(seed, caseCount);
  const captured = readCapturedRequests(capturedLogs.chat);
  const requests = [...made.requests, ...captured.logs, captured.traces];
  const records = asLines(made.records);
  const files = [
    scratch.file("export.jsonl", asLines(requests)),
    scratch.file("cases.jsonl", records),
  ];
  const digests = await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(requests);
    const ofRequests = await workspace.digest();
    await workspace.ingest(records);
    return { requests: ofRequests, files: await workspace.digest() };
  });
  const placeAt = (data: string, url: string | null): FaultPlace =>
    url === null ? placeInFolder(data) : placeOnPostgres(data, url);
  const whole = scratch.folder();
  const wholeUrl = (await databases?.create()) ?? null;
  const { location } = placeAt(whole, wholeUrl);
  await withTestWorkspace(
    async (workspace) => {
      await workspace.ingestRequests(requests);
      await workspace.ingest(records);
    },
    { place: { folder: whole, location } },
  );
  return {
    seed,
    requests,
    files,
    digests,
    server: await bundleServer(scratch.folder()),
    empty: async () => placeAt(scratch.folder(), (await databases?.create()) ?? null),
    stored: async () => {
      const data = scratch.folder();
      cpSync(whole, data, { recursive: true });
      return placeAt(data, wholeUrl === null ? null : ((await databases?.copy(wholeUrl)) ?? null));
    },
    remove: () => scratch.remove(),
  };
}

function placeOnPostgres(data: string, url: string): FaultPlace {
  const location = new URL(url);
  location.searchParams.set("namespace", "throughline_main");
  return { data, env: { THROUGHLINE_DATABASE_URL: url }, location: location.href };
}
