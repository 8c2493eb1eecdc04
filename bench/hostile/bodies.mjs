import { binary } from "./bodies/binary.mjs";
import { connections } from "./bodies/connections.mjs";
import { shapes } from "./bodies/shapes.mjs";
import { spans } from "./bodies/spans.mjs";
import { texts } from "./bodies/texts.mjs";
import { volume } from "./bodies/volume.mjs";

/**
 * Hostile bodies by name. A body is
 * - `name`, and `what` it is in one line;
 * - `bytes({ at, nowMs })`: the pieces (texts and buffers) of request number `at`, a pure function;
 * - `isGzip`: whether the sender compresses them; `type`, `path`, `headers` of the request;
 * - `requests` and `parallel`: how many there are, and how many at a time; `isSame` false: they differ by `at`;
 * - `isUpload`: a file of a user in place of a body of a program;
 * - `pace`, `silent`: for senders that are slow (bodies/connections.mjs).
 */
export const bodies = [...shapes, ...spans, ...texts, ...volume, ...binary, ...connections].map(
  (body) => ({
    type: "application/json",
    path: "/v1/traces",
    headers: {},
    isGzip: false,
    requests: 1,
    parallel: 1,
    isSame: true,
    ...body,
  }),
);

/** @throws Error that names the body if there is none */
export function findBody(name) {
  const found = bodies.find((body) => body.name === name);
  if (found === undefined)
    throw new Error(
      `There is no hostile body "${name}"; node bench/hostile.mjs --list names them.`,
    );
  return found;
}
