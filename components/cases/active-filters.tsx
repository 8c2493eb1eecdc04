import Link from "next/link";
import { casesHref, defaultCasesQuery, type CasesQuery } from "@/lib/view/cases-query";
import { channelWords, outcomeWords } from "@/lib/view/wording";
import { buttonClasses } from "../ui/button-classes";
import { Icon } from "../ui/icon";

/** Each filter in force, to be taken away alone or all together. */
export function ActiveFilters({ query }: { query: CasesQuery }) {
  const first = { ...query, page: 1 };
  const filters = [
    ...query.channels.map((channel) => ({
      label: channelWords[channel],
      href: casesHref({ ...first, channels: query.channels.filter((each) => each !== channel) }),
    })),
    ...query.outcomes.map((outcome) => ({
      label: outcomeWords[outcome].label,
      href: casesHref({ ...first, outcomes: query.outcomes.filter((each) => each !== outcome) }),
    })),
    ...(query.text === ""
      ? []
      : [{ label: `“${query.text}”`, href: casesHref({ ...first, text: "" }) }]),
  ];
  const cleared = { ...defaultCasesQuery, sort: query.sort, direction: query.direction };
  return (
    <ul className="flex flex-wrap items-center gap-1.5" aria-label="Filters in force">
      {filters.map((filter) => (
        <li key={filter.href} className="min-w-0">
          <Link
            className={`${buttonClasses.default} max-w-full`}
            href={filter.href}
            prefetch={false}
            scroll={false}
          >
            <span className="sr-only">Remove the filter </span>
            <span className="truncate">{filter.label}</span>
            <Icon name="fail" isBold />
          </Link>
        </li>
      ))}
      <li>
        <Link
          className={buttonClasses.quiet}
          href={casesHref(cleared)}
          prefetch={false}
          scroll={false}
        >
          Clear all
        </Link>
      </li>
    </ul>
  );
}
