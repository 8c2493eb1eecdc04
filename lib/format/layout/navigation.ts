import type { TakenOver } from "@/lib/format/address/carry-params";
import { may, type Permission, type Role, type Viewer } from "@/lib/domain/people/permission";

/** An entry of the main navigation. */
export type NavigationEntry = {
  /** The page. */
  readonly href: string;
  readonly label: string;
  /** The page's address with the filters of the role's default view. */
  readonly begin: string;
  /** Pages that are reached from it. */
  readonly below: readonly string[];
  /** The filters that it takes over from the page before. */
  readonly takesOver: TakenOver;
};

const entries: readonly (Pick<NavigationEntry, "href" | "label"> & {
  readonly below?: readonly string[];
  readonly permission: Permission;
})[] = [
  { href: "/overview", label: "Overview", permission: "view-cases" },
  { href: "/live", label: "Live", permission: "view-text" },
  { href: "/alerts", label: "Alerts", permission: "manage-alerts" },
  { href: "/cases", label: "Cases", permission: "view-cases" },
  { href: "/journeys", label: "Journeys", permission: "view-cases" },
  { href: "/handoffs", label: "Handoffs", permission: "view-text" },
  { href: "/persona", label: "Persona", permission: "view-cases" },
  { href: "/disclosures", label: "Disclosures", permission: "view-text" },
  { href: "/pii", label: "PII", permission: "view-cases" },
  { href: "/compare", label: "Compare", permission: "view-cases" },
  { href: "/sla", label: "SLA", permission: "view-cases" },
  { href: "/insights", label: "Insights", permission: "insights" },
  { href: "/quality", label: "Quality", permission: "view-cases" },
  { href: "/metrics", label: "Metrics", permission: "view-cases" },
  { href: "/releases", label: "Releases", below: ["/cohorts"], permission: "gate" },
  { href: "/data-health", label: "Data health", permission: "view-data-health" },
  { href: "/ingest", label: "Ingest", permission: "ingest" },
  { href: "/settings", label: "Settings", permission: "settings" },
  { href: "/access", label: "Access", permission: "manage-users" },
  { href: "/audit", label: "Audit", permission: "read-audit" },
];

/**
 * The navigation entries a viewer may open, in order.
 * @param searches query strings of the role's default views, by page
 * @param takenOverBy the filters that a page takes over from the one before
 */
export function navigationOf(
  viewer: Pick<Viewer, "role" | "scope" | "isDemo">,
  searches: ReadonlyMap<string, string>,
  takenOverBy: (page: string) => TakenOver,
): NavigationEntry[] {
  return entries
    .filter(({ permission }) => may(viewer, permission))
    .map(({ href, label, below = [] }) => ({
      ...{ href, label, below },
      begin: beginOf(href, searches),
      takesOver: takenOverBy(href),
    }));
}

/** The name of the page that an address leads to; "": none of the navigation's. */
export function pageNameOf(address: string): string {
  const [path] = address.split("?", 1);
  return entries.find(({ href }) => href === path)?.label ?? "";
}

/** A page's address with its role's default view. @param searches as for `navigationOf` */
export function beginOf(href: string, searches: ReadonlyMap<string, string>): string {
  const search = searches.get(href) ?? "";
  return search === "" ? href : `${href}?${search}`;
}

/**
 * Where a viewer begins: an engineer on Releases once a cohort was replayed, where they may see it, else on the start
 * page of the role.
 */
export function startPageOf(
  viewer: Pick<Viewer, "role" | "scope" | "isDemo">,
  hasRuns: boolean,
): string {
  const isJudging = viewer.role === "engineer" && hasRuns && may(viewer, "gate");
  return isJudging ? "/releases" : homeOf[viewer.role];
}

/** The start page of each role. */
export const homeOf: Readonly<Record<Role, string>> = {
  cx: "/overview",
  supervisor: "/live",
  engineer: "/cases",
  compliance: "/disclosures",
  admin: "/cases",
};
