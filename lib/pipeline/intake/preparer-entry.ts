import { parentPort, workerData } from "node:worker_threads";
import { defaultSettings, type IntakeSettings } from "@/lib/domain/settings/settings";
import { describeError } from "@/lib/log/describe-error";
import { lowerPriority } from "../worker/lower-priority";
import { prepareItems } from "./prepare-items";
import { createPreparation } from "./preparation";
import type { PreparerReply, PreparerRequest, PreparerTask } from "./preparer-protocol";

/** Thread that reads, masks and hashes decoded spans; it touches no database. */
const port = parentPort;
if (port === null) throw new Error("This file runs as a thread; use `throughline ingest`.");

lowerPriority();
const { folder } = workerData as PreparerTask;
let json = JSON.stringify(defaultSettings);
let preparation = createPreparation(defaultSettings, folder);

port.on("message", ({ items, settings }: PreparerRequest) => {
  port.postMessage(answer(items, settings));
});

function answer(items: PreparerRequest["items"], settings: string): PreparerReply {
  try {
    if (settings !== json) {
      preparation = { ...preparation, settings: JSON.parse(settings) as IntakeSettings };
      json = settings;
    }
    return { type: "prepared", spans: prepareItems(items, preparation) };
  } catch (error) {
    return { type: "failed", message: describeError(error) };
  }
}
