import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createScratch } from "@/lib/testing/run-cli";
import { readServedUrl, writeServedUrl } from "./served-url";

const scratch = createScratch();
afterAll(() => scratch.remove());

const [gone, own] = ["http://127.0.0.1:9", "http://127.0.0.1:3001"];
const answering = createServer((_, response) => response.end("ok")).listen(0, "127.0.0.1");
await once(answering, "listening");
const running = `http://127.0.0.1:${String((answering.address() as AddressInfo).port)}`;
afterAll(() => answering.close().closeAllConnections());

describe("where the server of a data folder answers", () => {
  it("is written into it, also where the folder is not there yet", () => {
    const folder = join(scratch.folder(), "deep", "data");
    writeServedUrl(folder, own);
    expect(readServedUrl(folder)).toBe(own);
  });

  it.each([
    ["an earlier one that still answers, once the later one stops", [running, own], 1, running],
    ["the one that stopped last, where no other answers", [gone, own], 1, own],
    ["the later one, where the earlier one stops", [own, running], 0, running],
    ["the latest one, where one between stops", [running, own, gone], 1, gone],
    ["itself, where it stops alone", [own], 0, own],
  ])("is %s", async (_, started, stopping, left) => {
    const folder = scratch.folder();
    const stops = started.map((url) => writeServedUrl(folder, url));
    await stops[stopping]?.();
    expect(readServedUrl(folder)).toBe(left);
  });
});
