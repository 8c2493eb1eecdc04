import { createServer } from "node:net";

/** The first free loopback port from `first` on. */
export async function freePort(first) {
  for (let port = first; port < first + 200; port += 1) {
    if (await canListen(port)) return port;
  }
  throw new Error(`No free port between ${first} and ${first + 199}`);
}

function canListen(port) {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () =>
      server.close(() => done(true)),
    );
  });
}
