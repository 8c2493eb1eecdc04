import { parentPort, workerData } from "node:worker_threads";
import { isDomainError } from "@/lib/domain/domain-error";
import { defaultSettings, type IntakeSettings } from "@/lib/domain/settings/settings";
import { describeError } from "@/lib/log/describe-error";
import { lowerPriority } from "../../worker/lower-priority";
import { prepareBody } from "../prepare-body";
import { prepareItems } from "../prepare-items";
import { createPreparation } from "../preparation";
import type {
  PreparedBody,
  PreparerReply,
  PreparerRequest,
  PreparerTask,
} from "./preparer-protocol";

/** Thread that decodes, reads, masks and hashes what was sent; it touches no database. */
const port = parentPort;
if (port === null) throw new Error("This file runs as a thread; use `throughline ingest`.");

/** Of items alone nothing is said beside their spans. */
const nothing = { rejects: [], frames: 0, unkept: { count: 0, reason: "" } };

lowerPriority();
const { folder } = workerData as PreparerTask;
let json = JSON.stringify(defaultSettings);
let preparation = createPreparation(defaultSettings, folder);

port.on("message", (request: PreparerRequest) => {
  port.postMessage(answer(request));
});

function answer({ work, settings }: PreparerRequest): PreparerReply {
  try {
    if (settings !== json) {
      preparation = { ...preparation, settings: JSON.parse(settings) as IntakeSettings };
      json = settings;
    }
    const prepared: PreparedBody =
      work.type === "body"
        ? prepareBody(work.body, preparation)
        : { ...nothing, spans: prepareItems(work.items, preparation) };
    return { type: "prepared", prepared };
  } catch (error) {
    return isDomainError(error) && error.code === "invalid-input"
      ? { type: "undecodable", reason: error.message }
      : { type: "failed", message: describeError(error) };
  }
}
