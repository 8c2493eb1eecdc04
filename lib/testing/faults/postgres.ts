import type { ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { runCli, type CliResult } from "../run-cli";
import { seededRandom, type SeededRandom } from "../seeded-random";
import { startServer, type TestServer } from "../start-server";
import { lengthOf, timeWithin } from "./command-length";
import type { FaultMaterial } from "./fault-material";
import { digestAt, spanIdsOf, storedSpanIds, type FaultPlace } from "./fault-place";
import { createFaultTally, type FaultResult, type FaultTally } from "./fault-result";
import type { ProxyState } from "../postgres/open-proxy";
import type { FaultServer } from "./fault-server";
import { sendAll, type Sent } from "./send-all";

/** Something that happens to a PostgreSQL server or the way to it, and passes. */
type Disturbance = {
  readonly name: string;
  /** Whether it lasts so that a server must say that it is not ready. */
  readonly isLong: boolean;
  readonly begin: (place: FaultPlace) => Promise<void> | void;
  readonly end: () => Promise<void> | void;
};

/** Longer than a connection's time limit, so that a silent server is noticed. */
const awayMs = 8000;
/** A command has come to its end within this time. */
const endMaxMs = 180_000;
/** A sender is told so within this time, whatever became of the server, and things go on within it. */
const answerMaxMs = 45_000;

function disturbances(server: FaultServer): readonly Disturbance[] {
  const shut = (state: ProxyState): Disturbance => ({
    ...{ name: `proxy ${state}`, isLong: true },
    begin: () => server.setProxy(state),
    end: () => server.setProxy("open"),
  });
  return [
    { name: "restart", isLong: true, begin: server.crash, end: server.recover },
    {
      ...{ name: "connections cut", isLong: false, end: () => undefined },
      begin: async ({ location }) => void (await server.cutConnections(location)),
    },
    shut("refused"),
    shut("silent"),
  ];
}

/** How often a server is disturbed on the same data: once in each way. */
const timesPerPlace = 4;

/** Disturbs PostgreSQL in every way while senders post to a server, which goes on by itself. */
export async function disturbServers(
  material: FaultMaterial,
  server: FaultServer,
  times: number,
): Promise<FaultResult> {
  const random = seededRandom(material.seed + 7);
  const tally = createFaultTally("PostgreSQL disturbed under a server", material.seed);
  const ways = disturbances(server);
  for (let done = 0; done < times; done += timesPerPlace) {
    const place = await material.empty();
    const running = await startServer(material.server, place);
    const stored = new Set<string>();
    let isOver = false;
    const onStored = (request: object) => spanIdsOf(request).forEach((id) => stored.add(id));
    const post = async () => {
      const { requests } = material;
      const sent = await sendAll({ urlOf: () => running.url, requests, onStored });
      checkSent(tally, `place ${String(done)}`, sent, server);
    };
    // What is sent again and again changes nothing, but shows whether it could be stored.
    const postAll = async () => {
      do await post();
      while (!isOver);
    };
    const sending = postAll();
    for (let at = done; at < Math.min(times, done + timesPerPlace); at += 1) {
      await wait(200 + random.below(800));
      const way = ways[at % ways.length];
      if (way === undefined) continue;
      tally.count(way.name);
      const where = `${way.name} ${String(at)}`;
      await way.begin(place);
      if (way.isLong) {
        const untilMs = performance.now() + awayMs;
        const readiness = await readyWhen(running, false);
        checkSentence(tally, where, readiness.sentence, server);
        tally.most("unreadyMs", readiness.ms);
        await wait(Math.max(0, untilMs - performance.now()) * (random.below(100) / 100));
      }
      await way.end();
      const { ms } = await readyWhen(running, true);
      tally.most("readyAgainMs", ms);
      // Senders go on meanwhile: what is acknowledged later need not be there yet.
      const acknowledged = [...stored];
      const there = await storedSpanIds(place);
      const lost = acknowledged.filter((id) => !there.has(id));
      if (lost.length > 0) tally.lose(`${where}: ${String(lost.length)} spans`);
    }
    isOver = true;
    await sending;
    const where = `place ${String(done)}`;
    tally.measure(running.child.pid);
    await running.kill();
    checkSentence(tally, `${where}, its output`, running.output(), server);
    tally.compareDigest(await digestAt(place), material.digests.requests, where);
  }
  return tally.end(times);
}

function checkSent(tally: FaultTally, where: string, sent: Sent, server: FaultServer): void {
  for (const status of sent.statuses) {
    tally.count(`status ${String(status)}`);
    if (status !== 200 && status !== 503) tally.lose(`${where}: answered ${String(status)}`);
  }
  for (const sentence of sent.sentences) checkSentence(tally, where, sentence, server);
  if (sent.unhinted > 0)
    tally.lose(`${where}: ${String(sent.unhinted)} times 503 without Retry-After`);
  tally.took("slowestMs", sent.slowestMs, answerMaxMs, where);
}

/** Disturbs PostgreSQL while a command works, which goes on by itself, or says why not and does when it runs again. */
export async function disturbCommands(
  material: FaultMaterial,
  server: FaultServer,
  times: number,
): Promise<FaultResult> {
  const random = seededRandom(material.seed + 8);
  const tally = createFaultTally("PostgreSQL disturbed under ingest and worker", material.seed);
  const commands = [
    { args: ["ingest", ...material.files], place: material.empty },
    { args: ["worker", "--once"], place: material.stored },
  ];
  for (const [at, { args, place: newPlace }] of commands.entries()) {
    const [name = ""] = args;
    const wholeMs = await lengthOf(args, await newPlace());
    for (let time = at; time < times; time += commands.length) {
      const place = await newPlace();
      const way = disturbances(server)[Math.floor(time / commands.length) % 4];
      if (way === undefined) continue;
      const where = `${name}, ${way.name} ${String(time)}`;
      let late: NodeJS.Timeout | undefined;
      const onStart = (child: ChildProcess) => {
        late = setTimeout(() => {
          tally.lose(`${where}: it did not end`);
          child.kill("SIGKILL");
        }, endMaxMs);
      };
      const command = runCli(args, { ...place, onStart });
      const { code, stderr } = await disturbOnce(command, place, { way, wholeMs, random });
      clearTimeout(late);
      tally.count(`${name} ${code === 0 ? "went on" : `ended with ${String(code)}`}`);
      if (code !== 0 && code !== 2 && code !== 3) tally.lose(`${where}: ${String(code)} ${stderr}`);
      checkSentence(tally, where, stderr, server);
      const again = await runCli(args, place);
      if (again.code !== 0) tally.lose(`${where}, again: ${again.stderr}`);
      tally.compareDigest(await digestAt(place), material.digests.files, where);
    }
  }
  return tally.end(times);
}

async function disturbOnce(
  command: Promise<CliResult>,
  place: FaultPlace,
  { way, wholeMs, random }: { way: Disturbance; wholeMs: number; random: SeededRandom },
): Promise<CliResult> {
  await wait(timeWithin(wholeMs, random));
  await way.begin(place);
  if (way.isLong) await wait(random.below(awayMs));
  await way.end();
  return command;
}

/** Asks until a server is ready or is not. @returns what it said, and how long that took, milliseconds */
async function readyWhen(
  { url }: TestServer,
  isReady: boolean,
): Promise<{ readonly sentence: string; readonly ms: number }> {
  const beganMs = performance.now();
  for (;;) {
    const response = await fetch(url.replace("/v1/traces", "/readyz"));
    const sentence = await response.text();
    const ms = performance.now() - beganMs;
    if ((response.status === 200) === isReady) return { sentence, ms };
    if (ms > answerMaxMs)
      throw new Error(`The server is still ${isReady ? "not " : ""}ready: ${sentence}`);
    await wait(50);
  }
}

const stackTrace = /\n\s+at /u;

function checkSentence(
  tally: FaultTally,
  where: string,
  text: string,
  { secrets }: FaultServer,
): void {
  const secret = secrets.find((each) => text.includes(each));
  if (secret !== undefined || text.includes("postgres://")) tally.lose(`${where}: it says ${text}`);
  if (stackTrace.test(text)) tally.lose(`${where}: a stack trace: ${text}`);
}
