/** Roles; an account has one. */
export const roles = ["cx", "supervisor", "engineer", "compliance", "admin"] as const;
export type Role = (typeof roles)[number];

/** The roles' display names. */
export const roleNames: Readonly<Record<Role, string>> = {
  cx: "CX lead",
  supervisor: "Supervisor",
  engineer: "Engineer",
  compliance: "Compliance reviewer",
  admin: "Admin",
};

/** All permissions, with what they allow. */
export const permissions = {
  "view-cases": "see cases, customers and counts",
  "view-text": "read the masked words of customers and agents",
  insights: "see which steps go with quick resolutions",
  "view-data-health": "see how complete the whole workspace's data are",
  label: "label what an evaluator said",
  gate: "make cohorts of cases, and see what the gate says of releases",
  review: "decide on what disclosure rules found",
  evidence: "make evidence packs for auditors",
  "sign-off": "draw samples of findings and sign them off",
  "edit-rules": "edit disclosure rules and turn them on",
  override: "merge and split cases, move contacts, write notes",
  "save-views": "keep filters under a name",
  annotate: "note releases, outages and policies on time",
  "default-views": "choose the view that a role begins with",
  "manage-alerts": "be told when a figure or a finding leaves its bounds",
  "alert-webhook": "choose where alerts are posted to",
  "manage-users": "add people, change roles, end sessions, make tokens",
  settings: "change how cases are put together",
  ingest: "bring in traces and see what was brought in",
  export: "take lists away as files",
  erase: "erase a customer for good",
  "read-audit": "read who did what",
} as const;
export type Permission = keyof typeof permissions;

const everybody = ["view-cases", "view-text", "export"] as const;

/** The permissions of each role; the only such table. */
const granted: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  cx: new Set([...everybody, "insights", "save-views", "annotate", "manage-alerts"]),
  supervisor: new Set([
    ...everybody,
    ...(["view-data-health", "label", "evidence", "override"] as const),
    ...(["insights", "save-views", "annotate", "gate", "manage-alerts"] as const),
  ]),
  engineer: new Set([
    ...everybody,
    ...(["view-data-health", "label", "save-views", "annotate", "gate"] as const),
    ...(["insights", "edit-rules", "settings", "default-views", "ingest"] as const),
  ]),
  compliance: new Set([
    ...everybody,
    ...(["view-data-health", "label", "review", "evidence", "sign-off"] as const),
    ...(["edit-rules", "save-views", "annotate", "erase", "read-audit"] as const),
  ]),
  admin: new Set([
    ...everybody,
    ...(["view-data-health", "label", "review", "evidence", "sign-off", "override"] as const),
    ...(["insights", "edit-rules", "save-views", "annotate", "gate"] as const),
    ...(["manage-users", "settings", "default-views", "ingest", "erase", "read-audit"] as const),
    ...(["manage-alerts", "alert-webhook"] as const),
  ]),
};

/** Permissions beyond a user's own regions and teams; they require an account without a scope. */
const needsWholeWorkspace: ReadonlySet<Permission> = new Set([
  "view-data-health",
  "annotate",
  "gate",
  "sign-off",
  "edit-rules",
  "settings",
  "default-views",
  "alert-webhook",
  "ingest",
  "erase",
  "manage-users",
  "read-audit",
]);

/** Permissions about the whole installation rather than the demo. */
const needsAccount: ReadonlySet<Permission> = new Set([
  "alert-webhook",
  "ingest",
  "erase",
  "manage-users",
  "read-audit",
]);

/** Regions and teams that limit the visible cases; an empty list of one kind does not limit that kind. */
export type Scope = { readonly regions: readonly string[]; readonly teams: readonly string[] };

/** The user of a page: an account, or a visitor of the demo. */
export type Viewer = {
  /** Their id in the audit log. */
  readonly actor: string;
  readonly name: string;
  readonly role: Role;
  /** Null: all cases are visible. */
  readonly scope: Scope | null;
  /** May only see the demo. */
  readonly isDemo: boolean;
};

/** Whether a viewer has a permission. */
export function may(
  viewer: Pick<Viewer, "role" | "scope" | "isDemo">,
  permission: Permission,
): boolean {
  if (!granted[viewer.role].has(permission)) return false;
  if (viewer.isDemo && needsAccount.has(permission)) return false;
  return viewer.scope === null || !needsWholeWorkspace.has(permission);
}

/** The roles with a permission, in the order of `roles`. */
export function rolesThatMay(permission: Permission): Role[] {
  return roles.filter((role) => granted[role].has(permission));
}

/** Whether whoever sees a scope also sees all of another one. @param scope null: all cases */
export function coversScope(scope: Scope | null, other: Scope | null): boolean {
  if (scope === null) return true;
  if (other === null) return false;
  const covers = (own: readonly string[], theirs: readonly string[]) =>
    own.length === 0 || (theirs.length > 0 && theirs.every((name) => own.includes(name)));
  return covers(scope.regions, other.regions) && covers(scope.teams, other.teams);
}

/** Whether a case is within a scope. A case without region or team is in no scope that limits those. */
export function isInScope(
  scope: Scope | null,
  belongs: { readonly region: string | null; readonly teams: readonly string[] },
): boolean {
  if (scope === null) return true;
  const { regions, teams } = scope;
  const isOfRegion =
    regions.length === 0 || (belongs.region !== null && regions.includes(belongs.region));
  return isOfRegion && (teams.length === 0 || belongs.teams.some((team) => teams.includes(team)));
}
