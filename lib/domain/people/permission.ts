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

type Flags<Names extends readonly string[]> = { readonly [Index in keyof Names]: boolean };

/**
 * What a permission is about: the cases that a user sees; the whole workspace, which requires an account without a
 * scope; or the whole installation rather than the demo.
 */
type Grant = {
  readonly of: "cases" | "workspace" | "installation";
  /** Whether each of `roles` has it: CX lead, supervisor, engineer, compliance reviewer, admin. */
  readonly to: Flags<typeof roles>;
};
const [yes, no] = [true, false];

/** The permissions of each role; the only such table. */
const grants: Readonly<Record<Permission, Grant>> = {
  "view-cases": { of: "cases", to: [yes, yes, yes, yes, yes] },
  "view-text": { of: "cases", to: [yes, yes, yes, yes, yes] },
  insights: { of: "cases", to: [yes, yes, yes, no, yes] },
  "view-data-health": { of: "workspace", to: [no, yes, yes, yes, yes] },
  label: { of: "cases", to: [no, yes, yes, yes, yes] },
  gate: { of: "workspace", to: [no, yes, yes, no, yes] },
  review: { of: "cases", to: [no, no, no, yes, yes] },
  evidence: { of: "cases", to: [no, yes, no, yes, yes] },
  "sign-off": { of: "workspace", to: [no, no, no, yes, yes] },
  "edit-rules": { of: "workspace", to: [no, no, yes, yes, yes] },
  override: { of: "cases", to: [no, yes, no, no, yes] },
  "save-views": { of: "cases", to: [yes, yes, yes, yes, yes] },
  annotate: { of: "workspace", to: [yes, yes, yes, yes, yes] },
  "default-views": { of: "workspace", to: [no, no, yes, no, yes] },
  "manage-alerts": { of: "cases", to: [yes, yes, no, no, yes] },
  "alert-webhook": { of: "installation", to: [no, no, no, no, yes] },
  "manage-users": { of: "installation", to: [no, no, no, no, yes] },
  settings: { of: "workspace", to: [no, no, yes, no, yes] },
  ingest: { of: "installation", to: [no, no, yes, no, yes] },
  export: { of: "cases", to: [yes, yes, yes, yes, yes] },
  erase: { of: "installation", to: [no, no, no, yes, yes] },
  "read-audit": { of: "installation", to: [no, no, no, yes, yes] },
};

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
  if (!isGranted(permission, viewer.role)) return false;
  const { of } = grants[permission];
  if (viewer.isDemo && of === "installation") return false;
  return viewer.scope === null || of === "cases";
}

/** The roles with a permission, in the order of `roles`. */
export function rolesThatMay(permission: Permission): Role[] {
  return roles.filter((role) => isGranted(permission, role));
}

function isGranted(permission: Permission, role: Role): boolean {
  return grants[permission].to[roles.indexOf(role)] === true;
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
