import { Client } from "pg";

/** Connects to the server of a workspace, and to its namespace there. @param location that of a workspace on PostgreSQL */
export async function connectToNamespace(location: string): Promise<Client> {
  const url = new URL(location);
  const namespace = url.searchParams.get("namespace") ?? "";
  url.searchParams.delete("namespace");
  const client = new Client(url.href);
  await client.connect();
  await client.query(`SET search_path TO ${namespace}, throughline_functions`);
  return client;
}
