import Link from "next/link";
import { alertMe, alertMeAbout } from "@/lib/pages/alerts/words/view";

type AlertMeProps = {
  href: string;
  /** What the alert would be about, for those who hear it. */
  about: string;
};

/** The quiet link to the form of a new alert. */
export function AlertMe({ href, about }: AlertMeProps) {
  return (
    <Link
      className="inline-flex min-h-6 items-center text-secondary whitespace-nowrap text-text-muted hover:text-link hover:underline print:hidden"
      href={href}
      prefetch={false}
      aria-label={alertMeAbout(about)}
    >
      {alertMe}
    </Link>
  );
}
