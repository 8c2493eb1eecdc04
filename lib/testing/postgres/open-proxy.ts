import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** "open"; "refused": nobody connects; "silent": what is sent arrives nowhere, and nobody is told. */
export type ProxyState = "open" | "refused" | "silent";

/** Passes on bytes from a port of its own to another. */
export async function openProxy(to: number): Promise<{
  readonly port: number;
  readonly set: (state: ProxyState) => void;
  readonly close: () => void;
}> {
  let state: ProxyState = "open";
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    keep(near);
    if (state === "refused") near.destroy();
    if (state !== "open") return;
    const far = connect(to, "127.0.0.1");
    keep(far);
    near.pipe(far).pipe(near);
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    set: (next) => {
      state = next;
      for (const socket of sockets) {
        // A firewall that lost what it knew drops what comes, also when the proxy is open again.
        if (next === "refused") socket.destroy();
        if (next === "silent") socket.unpipe().pause();
      }
    },
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
