import { readdirSync } from "node:fs";
import { join } from "node:path";

export type Params = Readonly<Record<string, string | readonly string[]>>;
type Found = { readonly file: string; readonly params: Params };

/** The files of `app` that the framework serves under their folder's address, such as "app/readyz/route.ts". */
export function filesNamed(name: "route" | "page"): readonly string[] {
  return readdirSync("app", { recursive: true })
    .map((path) => join("app", String(path)))
    .filter((path) => new RegExp(`/${name}\\.tsx?$`, "u").test(path))
    .sort();
}

/** What a file exports. */
export async function loadFile(file: string): Promise<Readonly<Record<string, unknown>>> {
  const path = join(process.cwd(), file);
  return (await import(/* @vite-ignore */ path)) as Readonly<Record<string, unknown>>;
}

/**
 * The file that serves a path: names before parameters, and those before the rest of a path, as the framework looks.
 * @param decode how it hands a segment over: decoded to routes, as it was sent to pages
 */
export function findFile(
  files: readonly string[],
  pathname: string,
  decode: (segment: string) => string,
): Found | null {
  const segments = pathname.split("/").slice(1);
  const found = files.flatMap((file) => {
    const pattern = file.split("/").slice(1, -1);
    const shown = pattern.filter((part) => !part.startsWith("("));
    const params = paramsIn(shown, segments, decode);
    return params === null ? [] : [{ file, params, order: shown.map(orderOf).join("") }];
  });
  found.sort((one, other) => (one.order < other.order ? -1 : 1));
  return found[0] ?? null;
}

function orderOf(part: string): string {
  if (part.startsWith("[...")) return "2";
  return part.startsWith("[") ? "1" : "0";
}

function paramsIn(
  pattern: readonly string[],
  segments: readonly string[],
  decode: (segment: string) => string,
): Params | null {
  const params = new Map<string, string | readonly string[]>();
  for (const [at, part] of pattern.entries()) {
    const segment = segments[at];
    if (segment === undefined) return null;
    const [, dots, name] = /^\[(\.\.\.)?(\w+)\]$/u.exec(part) ?? [];
    if (name === undefined) {
      if (part !== segment) return null;
    } else if (dots === undefined) params.set(name, decode(segment));
    else return Object.fromEntries([...params, [name, segments.slice(at).map(decode)]]);
  }
  return pattern.length === segments.length ? Object.fromEntries(params) : null;
}
