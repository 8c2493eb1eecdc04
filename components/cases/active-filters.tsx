import Link from "next/link";
import {
  casesHref,
  facetNames,
  withoutFilters,
  withToggled,
  type CasesQuery,
} from "@/lib/view/cases-query";
import { facetValueWords, periodWords } from "@/lib/view/facet-words";
import { buttonClasses } from "../ui/button-classes";
import { Icon } from "../ui/icon";

/** Each filter in force, to be taken away alone or all together. */
export function ActiveFilters({ query }: { query: CasesQuery }) {
  const filters = [
    ...facetNames.flatMap((name) =>
      query.facets[name].map((value) => ({
        label: facetValueWords(name, value),
        href: casesHref(withToggled(query, name, value)),
      })),
    ),
    ...(query.text === ""
      ? []
      : [{ label: `“${query.text}”`, href: casesHref({ ...query, text: "", page: 1 }) }]),
    ...(query.period === "all"
      ? []
      : [
          {
            label: periodWords(query.period),
            href: casesHref({ ...query, period: "all", page: 1 }),
          },
        ]),
  ];
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
          href={casesHref(withoutFilters(query))}
          prefetch={false}
          scroll={false}
        >
          Clear all
        </Link>
      </li>
    </ul>
  );
}
