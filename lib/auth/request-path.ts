import "server-only";
import { headers } from "next/headers";

/** The header in which our own server repeats the path and query that were asked for. */
const pathHeader = "x-throughline-path";

/** The page that is asked for, with its query, to come back to after a sign-in. */
export async function requestPath(): Promise<string> {
  const sent = (await headers()).get(pathHeader);
  if (sent === null) return "/";
  const [path = "/", query = ""] = sent.split("?", 2);
  const kept = new URLSearchParams(query);
  kept.delete("_rsc");
  return kept.size === 0 ? path : `${path}?${kept.toString()}`;
}
