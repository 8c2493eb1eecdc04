import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DomainError } from "@/lib/domain/domain-error";
import { databaseNames, type DatabaseName } from "@/lib/domain/workspace";
import { endNotes } from "@/lib/store/copy/copy-notes";
import {
  draftLocation,
  dropDrafts,
  makeDrafts,
  publishDrafts,
} from "@/lib/store/copy/draft-namespaces";
import { makeFolder } from "@/lib/store/make-folder";
import { sealCopy } from "@/lib/store/copy/snapshot";
import { syncPath } from "../backup/draft-folder";
import { copyDraftName, refuseHalfFilled } from "../worker/data-folder";
import { withDatabase } from "./open-databases";
import { locationOf, type Place } from "./place";

/** Where data are copied to. Nobody opens what is there before all of it is published. */
export type CopyTarget = {
  /**
   * Makes drafts, or finds those of a copy that was interrupted.
   * @throws DomainError "invalid-input" where it holds data that were not copied
   */
  readonly begin: () => Promise<void>;
  /** Where a database is copied to. */
  readonly draftOf: (name: DatabaseName) => string;
  /** Removes the drafts. */
  readonly discard: () => Promise<void>;
  /** Lets everybody open what was copied: all of it, from one moment on. The drafts are closed. */
  readonly publish: () => Promise<void>;
};

/** @param names the databases that are copied */
export function copyTargetOf(place: Place, names: readonly DatabaseName[]): CopyTarget {
  return place.engine === "postgres" ? serverTarget(place, names) : folderTarget(place, names);
}

function serverTarget(place: Place, names: readonly DatabaseName[]): CopyTarget {
  const all = databaseNames.map((name) => locationOf(place, name));
  const copied = names.map((name) => locationOf(place, name));
  return {
    begin: async () => {
      const taken = await makeDrafts(all);
      if (taken.length > 0) refuseTaken(`the PostgreSQL database has ${taken.join(", ")}`);
    },
    draftOf: (name) => draftLocation(locationOf(place, name)),
    discard: () => dropDrafts(all),
    publish: () =>
      publishDrafts(
        copied,
        all.filter((location) => !copied.includes(location)),
      ),
  };
}

/** Its drafts are in a folder of its own. One that was moved out of it is complete, and so are the others. */
function folderTarget(
  place: Extract<Place, { readonly engine: "sqlite" }>,
  names: readonly DatabaseName[],
): CopyTarget {
  const { folder } = place;
  const drafts = join(folder, copyDraftName);
  const copied = names.map((name) => ({
    draft: join(drafts, `${name}.db`),
    published: locationOf(place, name),
  }));
  return {
    begin: () =>
      asynchronously(() => {
        if (existsSync(drafts)) return;
        makeFolder(folder, 0o700);
        refuseHalfFilled(folder);
        mkdirSync(drafts, { mode: 0o700, recursive: true });
        // From here on no process opens the folder; one that did before has left a file.
        const taken = databaseNames.filter((name) => existsSync(locationOf(place, name)));
        if (taken.length === 0) return;
        rmSync(drafts, { recursive: true });
        refuseTaken(`${folder} has ${taken.map((name) => `${name}.db`).join(", ")}`);
      }),
    draftOf: (name) => {
      const published = locationOf(place, name);
      return existsSync(published) ? published : join(drafts, `${name}.db`);
    },
    discard: () =>
      asynchronously(() => {
        for (const { published } of copied)
          for (const end of ["", "-wal", "-shm"]) rmSync(`${published}${end}`, { force: true });
        rmSync(drafts, { recursive: true, force: true });
      }),
    publish: async () => {
      const waiting = copied.filter(({ draft }) => existsSync(draft));
      for (const { draft } of waiting) {
        sealCopy(draft);
        syncPath(draft);
      }
      for (const { draft, published } of waiting) renameSync(draft, published);
      syncPath(folder);
      rmSync(drafts, { recursive: true });
      syncPath(folder);
      for (const name of names) await withDatabase(locationOf(place, name), name, endNotes);
    },
  };
}

/** What throws is rejected. */
function asynchronously(work: () => void): Promise<void> {
  return new Promise((resolve) => {
    work();
    resolve();
  });
}

/** @throws DomainError always */
function refuseTaken(what: string): never {
  throw new DomainError(
    "invalid-input",
    `The target holds something already: ${what}. Nothing was copied; name an empty one: another data folder, or a PostgreSQL URL with another ?namespace=….`,
  );
}
