import { may, type Permission, type Role, type Viewer } from "@/lib/domain/permission";

/** An entry of the main navigation. */
export type NavigationEntry = { readonly href: string; readonly label: string };

const entries: readonly (NavigationEntry & { readonly permission: Permission })[] = [
  { href: "/cases", label: "Cases", permission: "view-cases" },
  { href: "/quality", label: "Quality", permission: "view-cases" },
  { href: "/metrics", label: "Metrics", permission: "view-cases" },
  { href: "/data-health", label: "Data health", permission: "view-data-health" },
  { href: "/ingest", label: "Ingest", permission: "ingest" },
  { href: "/settings", label: "Settings", permission: "settings" },
  { href: "/access", label: "Access", permission: "manage-users" },
  { href: "/audit", label: "Audit", permission: "read-audit" },
];

/** The pages somebody may open, in order. */
export function navigationOf(viewer: Pick<Viewer, "role" | "scope" | "isDemo">): NavigationEntry[] {
  return entries
    .filter(({ permission }) => may(viewer, permission))
    .map(({ href, label }) => ({ href, label }));
}

/** Where each role begins. Cases, until a role has a page of its own. */
export const homeOf: Readonly<Record<Role, string>> = {
  cx: "/cases",
  supervisor: "/cases",
  engineer: "/cases",
  compliance: "/cases",
  admin: "/cases",
};
