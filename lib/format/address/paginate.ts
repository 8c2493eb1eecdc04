/** One page of a list, and the addresses of the pages beside it. */
export type Pagination = {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  /** Items on all pages. */
  readonly total: number;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
};

/** Adds the addresses of the pages beside one, null where there is none. @param hrefOf of a page, from 1 */
export function paginate(
  shown: Pick<Pagination, "page" | "pageSize" | "total">,
  hrefOf: (page: number) => string,
): Pagination {
  const { page, pageSize, total } = shown;
  return {
    ...{ page, pageSize, total },
    previousHref: page > 1 ? hrefOf(page - 1) : null,
    nextHref: page * pageSize < total ? hrefOf(page + 1) : null,
  };
}
