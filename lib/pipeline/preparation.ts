import { createHash } from "node:crypto";
import type { Settings } from "@/lib/domain/settings";
import { createSpanMasker } from "@/lib/ingest/mask/mask-span";
import type { Preparation } from "@/lib/ingest/prepare-span";
import { createPseudonymise } from "./data-folder";

/** What ingest needs beside the spans: the workspace's settings and key, and a hash function. */
export function createPreparation(settings: Settings): Preparation {
  return {
    settings,
    masker: createSpanMasker(createPseudonymise()),
    hash: (text) => createHash("sha256").update(text).digest("hex"),
  };
}
