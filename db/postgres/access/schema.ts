import * as described from "../../access/schema";
import { toPostgres } from "../to-postgres";

/** The tables of who may see what on PostgreSQL; drizzle-kit reads each by its name. */
export const { accounts, sessions, signInTries, refusals, tokens, passwordLinks, audit } =
  toPostgres(described);
