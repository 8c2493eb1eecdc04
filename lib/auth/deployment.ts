import type { Viewer } from "@/lib/domain/people/permission";
import { uncountedProxySentence } from "@/lib/domain/people/uncounted-proxy";

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether the server is only reachable from this machine, as set by our own server at its start; false if unset. */
export function isLoopbackOnly(env: Environment): boolean {
  return env["THROUGHLINE_REACH"] === "loopback";
}

/** Whether the demo can be opened with one click: not on a network. */
export function offersDemo(env: Environment): boolean {
  return isLoopbackOnly(env);
}

/**
 * A warning for admins about the deployment; null if there is none.
 * @param env of this process, where our own server records its observations
 */
export function setupNotice(
  { role, isDemo }: Pick<Viewer, "role" | "isDemo">,
  env: Environment,
): string | null {
  const isSeen = env["THROUGHLINE_UNCOUNTED_PROXY"] === "1" && role === "admin" && !isDemo;
  return isSeen ? uncountedProxySentence : null;
}
