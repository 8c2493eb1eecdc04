import { hash } from "node:crypto";
import type { Settings } from "@/lib/domain/settings/settings";
import { createSpanMasker } from "@/lib/ingest/mask/mask-span";
import type { Preparation } from "@/lib/ingest/prepare-span";
import { createPseudonymise, dataFolder } from "../worker/data-folder";

/** The inputs of ingest apart from spans: the workspace's settings, the folder's key and a hash function. */
export function createPreparation(settings: Settings, folder = dataFolder()): Preparation {
  return {
    settings,
    masker: createSpanMasker(createPseudonymise(folder)),
    hash: (text) => hash("sha256", text, "hex"),
    utteranceHashes: new WeakMap(),
  };
}
