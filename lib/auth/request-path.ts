import "server-only";
import { headers } from "next/headers";

/** The header with the requested path and query, set by our own server. */
const pathHeader = "x-throughline-path";

/** The requested page with its query, to return to after sign-in. */
export async function requestPath(): Promise<string> {
  const sent = (await headers()).get(pathHeader);
  if (sent === null) return "/";
  const [path = "/", query = ""] = sent.split("?", 2);
  const kept = new URLSearchParams(query);
  kept.delete("_rsc");
  return kept.size === 0 ? path : `${path}?${kept.toString()}`;
}
