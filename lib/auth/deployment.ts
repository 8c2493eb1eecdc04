import type { Viewer } from "@/lib/domain/people/permission";
import { uncountedProxySentence } from "@/lib/domain/people/uncounted-proxy";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether the server answers on this machine only, as our own server says when it starts.
 * Where nobody says so, it is taken to be on a network.
 */
export function isLoopbackOnly(env: Environment): boolean {
  return env["THROUGHLINE_REACH"] === "loopback";
}

/** Whether one click opens the demo: not on a network, where nobody knows who clicks. */
export function offersDemo(env: Environment): boolean {
  return isLoopbackOnly(env);
}

/**
 * What each page tells admins of how the server is set up; null where there is nothing to mend.
 * @param env of this process, in which our own server notes what it saw
 */
export function setupNotice(
  { role, isDemo }: Pick<Viewer, "role" | "isDemo">,
  env: Environment,
): string | null {
  const isSeen = env["THROUGHLINE_UNCOUNTED_PROXY"] === "1" && role === "admin" && !isDemo;
  return isSeen ? uncountedProxySentence : null;
}
