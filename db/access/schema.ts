import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";

/** People who may sign in. Rows are never deleted, so that the audit can name them. */
export const accounts = sqliteTable(
  "accounts",
  {
    id: integer("id").primaryKey(),
    /** What the audit calls the account: says nothing about the person. */
    publicId: text("public_id").notNull().unique(),
    /** Lower case. */
    email: text("email").notNull().unique(),
    name: text("name").notNull(),
    role: text("role").notNull(),
    /** JSON: the regions and teams whose cases the account sees; null is all. */
    scope: text("scope"),
    /** Null until a password was chosen, and where a provider signs the person in. */
    passwordHash: text("password_hash"),
    /** Who the OIDC provider says it is: issuer and subject. */
    issuer: text("issuer"),
    subject: text("subject"),
    createdUs: integer("created_us").notNull(),
    disabledUs: integer("disabled_us"),
  },
  (table) => [uniqueIndex("accounts_by_subject").on(table.issuer, table.subject)],
);

/** One row per sign-in; read on each request, so that a session can be ended at once. */
export const sessions = sqliteTable(
  "sessions",
  {
    /** SHA-256 of the key that the cookie carries, hexadecimal. */
    keyHash: text("key_hash").primaryKey(),
    /** What pages and the audit call the session. */
    publicId: text("public_id").notNull().unique(),
    accountId: integer("account_id").references(() => accounts.id),
    /** The role in a session that only sees the demo. */
    demoRole: text("demo_role"),
    createdUs: integer("created_us").notNull(),
    seenUs: integer("seen_us").notNull(),
    expiresUs: integer("expires_us").notNull(),
    revokedUs: integer("revoked_us"),
    /** The network it was made from, without the host. */
    network: text("network").notNull(),
    /** Browser and system, in words. */
    device: text("device").notNull(),
  },
  (table) => [index("sessions_by_account").on(table.accountId)],
);

/** Sign-ins that were tried since the last that succeeded, by name or network. */
export const signInTries = sqliteTable("sign_in_tries", {
  /** Keyed hash of what was tried. */
  key: text("key").primaryKey(),
  count: integer("count").notNull(),
  lastUs: integer("last_us").notNull(),
});

/** Refusals written per source and hour, and those left out of the audit. */
export const refusals = sqliteTable(
  "refusals",
  {
    actor: text("actor").notNull(),
    network: text("network").notNull(),
    /** Hours since 1970. */
    hour: integer("hour").notNull(),
    told: integer("told").notNull().default(0),
    leftOut: integer("left_out").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.actor, table.network, table.hour] })],
);

/** Secrets of programs. */
export const tokens = sqliteTable("tokens", {
  id: integer("id").primaryKey(),
  publicId: text("public_id").notNull().unique(),
  name: text("name").notNull(),
  /** JSON array of what it may do. */
  permissions: text("permissions").notNull(),
  /** SHA-256 of the secret, hexadecimal. */
  secretHash: text("secret_hash").notNull().unique(),
  createdUs: integer("created_us").notNull(),
  expiresUs: integer("expires_us"),
  revokedUs: integer("revoked_us"),
  usedUs: integer("used_us"),
  /** JSON: the regions and teams whose cases it may take away; null is all. */
  scope: text("scope"),
});

/** Links that let one person choose a password, once. */
export const passwordLinks = sqliteTable("password_links", {
  /** SHA-256 of the code in the link, hexadecimal. */
  codeHash: text("code_hash").primaryKey(),
  /** Null in the link that makes the first admin. */
  accountId: integer("account_id").references(() => accounts.id),
  expiresUs: integer("expires_us").notNull(),
  usedUs: integer("used_us"),
});

/** What was done, by whom: each row holds the hash of the one before. Rows are only added. */
export const audit = sqliteTable(
  "audit",
  {
    seq: integer("seq").primaryKey(),
    atUs: integer("at_us").notNull(),
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    workspace: text("workspace"),
    target: text("target"),
    network: text("network").notNull(),
    /** JSON. */
    before: text("before"),
    after: text("after"),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (table) => [
    index("audit_by_time").on(table.atUs),
    index("audit_by_actor").on(table.actor, table.seq),
    index("audit_by_action").on(table.action, table.seq),
  ],
);
