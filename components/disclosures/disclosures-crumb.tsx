import Link from "next/link";

/** The way back to the Disclosures page. */
export function DisclosuresCrumb() {
  return (
    <Link className="text-link hover:underline" href="/disclosures">
      Disclosures
    </Link>
  );
}
