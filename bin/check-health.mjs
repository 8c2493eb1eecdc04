import { get } from "node:http";

/**
 * Exits with 0 if the server on this machine answers /healthz, else with 1 and a sentence that the container engine
 * keeps. PORT and THROUGHLINE_URL are the server's own: it answers by its public name only.
 */
const { PORT: port = "3000", THROUGHLINE_URL: url } = process.env;
/** Less than after which the container engine ends this, so that the sentence is said. */
const timeout = 9000;
const headers = url ? { host: new URL(url).host } : {};
const request = get({ host: "127.0.0.1", port, path: "/healthz", headers, timeout });
request.on("response", ({ statusCode }) =>
  end(statusCode === 200 ? null : `/healthz was answered with ${String(statusCode)}.`),
);
request.on("timeout", () => end(`/healthz was not answered within ${String(timeout / 1000)} s.`));
request.on("error", ({ code }) => end(`The server on port ${port} cannot be asked: ${code}.`));

function end(why) {
  if (why !== null) console.error(why);
  process.exit(why === null ? 0 : 1);
}
