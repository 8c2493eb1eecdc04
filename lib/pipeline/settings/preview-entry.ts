import { parentPort } from "node:worker_threads";
import { readAsOf } from "@/lib/analytics/load/as-of";
import { openReader } from "@/lib/store/open-database";
import { nowUs } from "@/lib/clock/server";
import { createAnswerMasker } from "../derive/create-answer-masker";
import { compareWorkspaces } from "./compare-workspaces";
import { describeError } from "@/lib/log/describe-error";
import type { PreviewReply, PreviewRequest } from "./preview-protocol";
import { previewSettings, type Preview } from "./preview-settings";

/** Thread that computes the effect of changed settings. It never writes to the workspace. */
const port = parentPort;
if (port === null)
  throw new Error("This file runs as a thread that previews a change of settings.");

type Done = Preview & { readonly path: string };
let done: Done | null = null;

port.on("message", (request: PreviewRequest) => {
  answer(request).catch((error: unknown) => {
    reply({ type: "failed", message: describeError(error) });
  });
});

async function answer(request: PreviewRequest): Promise<void> {
  if (request.type === "preview") {
    const { path } = request;
    const preview = await previewSettings({
      ...request,
      now: nowUs,
      maskAnswer: createAnswerMasker(),
      onProgress: (progress) => reply({ type: "progress", progress }),
    });
    done = { ...preview, path };
    reply({ type: "effect", effect: preview.effect });
  } else if (done !== null) {
    reply({ type: "effect", effect: await effectOf(done) });
  }
}

/** As it turned out, where there is a copy of what was before to compare with. */
async function effectOf({ effect, path, copy }: Done): Promise<Preview["effect"]> {
  if (copy === null) return effect;
  const { beforePath, derived } = copy;
  const before = openReader(beforePath);
  const after = openReader(path);
  try {
    const asOfUs = await readAsOf(after, nowUs());
    return await compareWorkspaces({ before, after, asOfUs, derived });
  } finally {
    await before.close();
    await after.close();
  }
}

function reply(message: PreviewReply): void {
  port?.postMessage(message);
}
