/** How many days of contacts the Data health page may show. */
export const healthDays = [28, 91, 182] as const;
export type HealthDays = (typeof healthDays)[number];

/** What a view of the Data health page depends on. */
export type HealthQuery = { readonly days: HealthDays };

export const defaultHealthQuery: HealthQuery = { days: 28 };

/** The address of a view of the Data health page, with defaults left out. */
export function healthHref({ days }: HealthQuery): string {
  return days === defaultHealthQuery.days ? "/data-health" : `/data-health?days=${String(days)}`;
}
