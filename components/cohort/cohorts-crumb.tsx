import Link from "next/link";
import { cohortsPath } from "@/lib/pages/cohorts/url";

/** The way back to the list of cohorts. */
export function CohortsCrumb() {
  return (
    <Link className="text-link hover:underline" href={cohortsPath}>
      Cohorts
    </Link>
  );
}
