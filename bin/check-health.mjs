import { get } from "node:http";

/**
 * Exits with 0 if the server on this machine answers /healthz, else 1. PORT and THROUGHLINE_URL are the server's own:
 * it answers by its public name only.
 */
const { PORT: port = "3000", THROUGHLINE_URL: url } = process.env;
const headers = url ? { host: new URL(url).host } : {};
const request = get({ host: "127.0.0.1", port, path: "/healthz", headers, timeout: 4000 });
request.on("response", ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1));
request.on("timeout", () => process.exit(1));
request.on("error", () => process.exit(1));
