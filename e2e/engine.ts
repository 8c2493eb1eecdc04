import { serverVariable as chosenVariable } from "@/lib/testing/postgres/test-server";

/** Where a project's servers keep their workspaces. */
export type Engine = "sqlite" | "postgres";

/** The run's PostgreSQL server, which global set-up started; undefined: no project needs one. */
const serverVariable = "E2E_POSTGRES";

/** Lets this process and its children use the run's PostgreSQL server from now on, or files. */
export function chooseEngine(engine: Engine): void {
  const server = process.env[serverVariable];
  if (engine === "sqlite") Reflect.deleteProperty(process.env, chosenVariable);
  else if (server === undefined) throw new Error("Global set-up started no PostgreSQL server.");
  else process.env[chosenVariable] = server;
}

/** Names the server to the workers, which begin after global set-up. */
export function provideServer(url: string): void {
  process.env[serverVariable] = url;
}
