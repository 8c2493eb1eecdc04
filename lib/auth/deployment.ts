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
