import { hash } from "node:crypto";
import type { HashTombstone } from "@/lib/domain/privacy/tombstone";
import type { IntakeSettings } from "@/lib/domain/settings/settings";
import { createMasker } from "@/lib/ingest/mask/masker";
import type { EventPreparation } from "@/lib/ingest/prepare-event";
import { createOriginals, type Originals } from "../originals/create-originals";
import {
  createHashTombstone,
  createKeyedHash,
  createPseudonymise,
  dataFolder,
} from "../worker/data-folder";

/** What is needed to prepare spans and log events, and to recognise those of erased customers. */
export type IntakePreparation = EventPreparation & {
  readonly settings: IntakeSettings;
  readonly hashTombstone: HashTombstone;
  readonly originals: Originals;
};

/** The inputs of ingest apart from spans: the workspace's settings, the folder's key and a hash function. */
export function createPreparation(
  settings: IntakeSettings,
  folder = dataFolder(),
): IntakePreparation {
  return {
    settings,
    masker: createMasker(createPseudonymise(folder)),
    hash: (text) => hash("sha256", text, "hex"),
    keyedHash: createKeyedHash(folder),
    utteranceHashes: new WeakMap(),
    hashTombstone: createHashTombstone(folder),
    originals: createOriginals(folder),
  };
}
