import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readAllowedHosts } from "@/lib/domain/alerts/webhook-address";
import { receiveWebhooks, type WebhookReceiver } from "@/lib/testing/receivers/receive-webhooks";
import { postWebhook } from "./post-webhook";
import { lookUp, type LookUp, type Reach } from "./reachable-addresses";
import { webhookProblem } from "./webhook-problem";

const message = { body: '{"a":"ä"}', headers: { "webhook-id": "alert_1" } };
const publicAddress = "93.184.215.14";

let hook: WebhookReceiver;
let port: string;

beforeEach(async () => {
  hook = await receiveWebhooks([204]);
  port = new URL(hook.url).port;
});
afterEach(() => hook.close());

const reaching = (names: string, finds: LookUp = lookUp): Reach => ({
  allowed: readAllowedHosts({ THROUGHLINE_ALLOW_HOSTS: names }),
  lookUp: finds,
});

/** A name server that gives one answer after the other; the last one stays. */
function answering(...answers: readonly (readonly string[])[]) {
  const asked: string[] = [];
  const find: LookUp = (host) => {
    const answer = answers[Math.min(asked.push(host), answers.length) - 1] ?? [];
    return Promise.resolve(
      answer.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  };
  return { asked, find };
}

/** Addresses of this machine or a private network, in every way of writing them. */
const hostile = [
  ...["127.0.0.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0x7f.1", "127.0.0.1."],
  ...["１２７.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]"],
  ...["[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fe80::1]", "[fd00::1]", "[fec0::1]", "[ff02::1]"],
  ...["[fd00:ec2::254]", "[::]", "0.0.0.0", "0", "10.0.0.1", "172.16.0.1", "192.168.1.1"],
  ...["169.254.169.254", "100.64.0.1", "168.63.129.16", "224.0.0.1", "255.255.255.255"],
  ...["localhost", "localhost.", "LOCALHOST", "hooks.localhost"],
];

describe("an address that leads to this machine or a private network", () => {
  it.each(hostile)("is refused where it is typed and at a delivery: %s", async (host) => {
    for (const address of [`http://${host}:${port}/hook`, `https://${host}/hook`]) {
      const reach = reaching(`127.0.0.1:1, hooks.example`);
      const { host: refused } = new URL(address);
      const problem = await webhookProblem(address, reach);
      expect(problem?.startsWith(`${refused} `)).toBe(true);
      expect(problem).toContain(`add ${refused} to THROUGHLINE_ALLOW_HOSTS`);
      expect(await postWebhook(address, message, reach)).toBe("address-refused");
    }
    expect(hook.posted).toEqual([]);
  });

  it.each([[["127.0.0.1"]], [["::1"]], [[publicAddress, "10.0.0.1"]], [["fe80::1%lo"]]])(
    "is refused as a name of %j",
    async (found) => {
      const { find, asked } = answering(found);
      const address = `http://hooks.example:${port}/hook`;
      expect(await webhookProblem(address, reaching("", find))).toContain("hooks.example");
      expect(await postWebhook(address, message, reaching("", find))).toBe("address-refused");
      expect(asked).toEqual(["hooks.example", "hooks.example"]);
      expect(hook.posted).toEqual([]);
    },
  );

  it("is refused at the delivery as a name that was public when it was typed", async () => {
    const { find } = answering([publicAddress], ["127.0.0.1"]);
    const address = `http://hooks.example:${port}/hook`;
    expect(await webhookProblem(address, reaching("", find))).toBeNull();
    expect(await postWebhook(address, message, reaching("", find))).toBe("address-refused");
    expect(hook.posted).toEqual([]);
  });

  it("is not followed to from one that is allowed", async () => {
    const first = await receiveWebhooks([302], hook.url);
    const reach = reaching(new URL(first.url).host);
    expect(await postWebhook(first.url, message, reach)).toBe("redirected");
    expect([first.posted.length, hook.posted.length]).toEqual([1, 0]);
    await first.close();
  });
});

describe("an address that the operator allowed", () => {
  it.each([
    ["127.0.0.1", "127.0.0.1"],
    ["127.0.0.1", "0x7f000001"],
    ["127.0.0.1:PORT", "127.0.0.1"],
    ["localhost", "localhost"],
    ["a.example, hooks.internal:PORT", "hooks.internal"],
  ])("as %s is posted to at %s", async (names, host) => {
    const find: LookUp = (name) => lookUp(name === "hooks.internal" ? "127.0.0.1" : name);
    const reach = reaching(names.replace("PORT", port), find);
    const address = `http://${host}:${port}/hook`;
    expect(await webhookProblem(address, reach)).toBeNull();
    expect(await postWebhook(address, message, reach)).toBeNull();
    const [posted] = hook.posted;
    expect(posted?.body).toBe(message.body);
    expect(posted?.headers).toMatchObject({
      ...{ "content-type": "application/json", "user-agent": "Throughline" },
      ...{ "content-length": "10", "webhook-id": "alert_1", host: new URL(address).host },
    });
  });

  it("is looked up once, and connected to where that led", async () => {
    const { find, asked } = answering(["127.0.0.1"], ["127.0.0.2"]);
    const address = `http://hooks.internal:${port}/hook`;
    expect(await postWebhook(address, message, reaching("hooks.internal", find))).toBeNull();
    expect(asked).toEqual(["hooks.internal"]);
    expect(hook.posted).toHaveLength(1);
  });

  it("is refused at another port than the one that was named", async () => {
    const reach = reaching("127.0.0.1:1");
    expect(await postWebhook(hook.url, message, reach)).toBe("address-refused");
    expect(hook.posted).toEqual([]);
  });

  it("is refused with a user name, and with anything but http and https", async () => {
    const reach = reaching("127.0.0.1");
    const sentence = "Write an address that begins with https:// or http://, without a password.";
    for (const address of [
      ...[`http://ann@127.0.0.1:${port}/hook`, `http://ann:secret@127.0.0.1:${port}/hook`],
      ...[`ftp://127.0.0.1:${port}/hook`, "file:///etc/passwd", "127.0.0.1"],
    ]) {
      expect(await webhookProblem(address, reach)).toBe(sentence);
      expect(await postWebhook(address, message, reach)).toBe("address-refused");
    }
    expect(hook.posted).toEqual([]);
  });
});

describe("an attempt", () => {
  it("fails with the status of the answer", async () => {
    const failing = await receiveWebhooks([503]);
    expect(await postWebhook(failing.url, message, reaching("127.0.0.1"))).toBe("status-503");
    await failing.close();
  });

  it("fails where the name is not known, which is no problem when it is typed", async () => {
    const reach = reaching("", () => Promise.reject(new Error("ENOTFOUND")));
    expect(await webhookProblem("https://hooks.example/", reach)).toBeNull();
    expect(await postWebhook("https://hooks.example/", message, reach)).toBe("unreachable");
  });

  it("fails where https is spoken to a server that has none", async () => {
    const address = hook.url.replace("http:", "https:");
    expect(await postWebhook(address, message, reaching("127.0.0.1"))).toBe("unreachable");
    expect(hook.posted).toEqual([]);
  });

  it("ends where a receiver takes too long to answer", async () => {
    const patience = new AbortController();
    const silent = createServer((socket) => {
      socket.once("data", () => patience.abort()).on("error", () => undefined);
    }).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const address = silent.address();
    const at = typeof address === "object" && address !== null ? address.port : 0;
    const to = `http://127.0.0.1:${String(at)}/`;
    expect(await postWebhook(to, message, reaching("127.0.0.1"), patience.signal)).toBe(
      "no-answer",
    );
    silent.close();
    await once(silent, "close");
  });

  it("ends where a name takes too long to be found", async () => {
    const patience = new AbortController();
    const reach = reaching("", () => {
      setImmediate(() => patience.abort());
      return new Promise(() => undefined);
    });
    const result = postWebhook("https://hooks.example/", message, reach, patience.signal);
    expect(await result).toBe("no-answer");
  });
});
