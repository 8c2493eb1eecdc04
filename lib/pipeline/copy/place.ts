import { existsSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { DomainError } from "@/lib/domain/domain-error";
import { databaseNames, type DatabaseName } from "@/lib/domain/workspace";
import { listNamespaces } from "@/lib/store/copy/draft-namespaces";
import { isOnPostgres } from "@/lib/store/location";
import { manifestName } from "../backup/manifest";
import { refuseHalfFilled, shownLocation } from "../worker/data-folder";
import { isPostgresUrl, namespaceUrl, unreadableUrl } from "../worker/postgres-url";

/** Where all databases are: in a data folder, or in namespaces of a PostgreSQL server. */
export type Place =
  | { readonly engine: "sqlite"; readonly folder: string }
  | { readonly engine: "postgres"; readonly url: string };

const sqlite = "sqlite:";

/**
 * Reads "sqlite:<data folder>" or a PostgreSQL URL.
 * @param option what gave it, such as "--from"
 * @throws DomainError "invalid-input" for anything else; the sentence has no word of a URL, which may hold a password
 */
export function readPlace(text: string, option: string): Place {
  if (isPostgresUrl(text)) return { engine: "postgres", url: text };
  const path = text.startsWith(sqlite) ? text.slice(sqlite.length) : "";
  if (path !== "") return { engine: "sqlite", folder: resolve(path) };
  throw new DomainError(
    "invalid-input",
    isOnPostgres(text)
      ? unreadableUrl(option)
      : `${option} must be sqlite:<data folder>, or a PostgreSQL URL such as postgres://user:password@host:5432/throughline.`,
  );
}

/** A place as it may be shown, and as it is noted: without what signs in. */
export function shownPlace(place: Place): string {
  if (place.engine === "postgres") return shownLocation(place.url);
  return existsSync(place.folder) ? realpathSync(place.folder) : place.folder;
}

/** Where one of the databases is. */
export function locationOf(place: Place, name: DatabaseName): string {
  return place.engine === "postgres"
    ? namespaceUrl(place.url, name)
    : join(place.folder, `${name}.db`);
}

/**
 * The databases that are at a place.
 * @throws DomainError where there are none, or it is a backup, half filled, or does not answer
 */
export async function listDatabases(place: Place): Promise<readonly DatabaseName[]> {
  const there = await findDatabases(place);
  if (there.length > 0) return there;
  throw new DomainError("not-found", `${shownPlace(place)} holds nothing to copy.`);
}

async function findDatabases(place: Place): Promise<readonly DatabaseName[]> {
  if (place.engine === "postgres") {
    const there = await listNamespaces(databaseNames.map((name) => locationOf(place, name)));
    return databaseNames.filter((name) => there.includes(locationOf(place, name)));
  }
  if (existsSync(join(place.folder, manifestName))) {
    throw new DomainError(
      "invalid-input",
      `${place.folder} is a backup, which copying would change: restore it into an empty folder, and copy from there.`,
    );
  }
  refuseHalfFilled(place.folder);
  return databaseNames.filter((name) => existsSync(locationOf(place, name)));
}
