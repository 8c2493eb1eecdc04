import type { Page } from "@playwright/test";

/** Example ids in the demo workspace. */
type Found = { readonly aCase: string; readonly aTrace: string; readonly aCustomer: string };

/** Every page file with URLs that show its states. */
export const everyPage: Readonly<Record<string, (found: Found) => readonly string[]>> = {
  // Redirects to the list of cases.
  "app/(inside)/page.tsx": () => [],
  "app/global-not-found.tsx": () => ["/nowhere"],
  "app/(outside)/password/page.tsx": () => ["/password"],
  // Redirects a signed-in user; for others see access.spec.ts.
  "app/(outside)/sign-in/page.tsx": () => [],

  "app/(inside)/cases/(list)/page.tsx": () => [
    "/cases",
    "/cases?channel=voice&outcome=unresolved&sort=touchpoints",
    "/cases?q=nothing-has-these-words&colour=red",
  ],
  "app/(inside)/cases/[caseId]/page.tsx": ({ aCase }) => [aCase],
  "app/(inside)/cases/[caseId]/not-found.tsx": () => ["/cases/nobody-sent-this"],
  "app/(inside)/customers/[customerId]/page.tsx": ({ aCustomer }) => [aCustomer],
  "app/(inside)/customers/[customerId]/not-found.tsx": () => ["/customers/nobody"],
  "app/(inside)/access/page.tsx": () => ["/access"],
  "app/(inside)/account/page.tsx": () => ["/account"],
  "app/(inside)/alerts/page.tsx": () => [
    "/alerts",
    "/alerts?watch=contact_false_containment_rate&channel=chat",
    "/alerts?new=1&colour=red",
  ],
  "app/(inside)/audit/page.tsx": () => ["/audit", "/audit?action=signed-in&to=1970-01-01"],
  "app/(inside)/releases/page.tsx": () => ["/releases", "/releases?colour=red"],
  "app/(inside)/releases/[run]/page.tsx": () => [],
  "app/(inside)/releases/[run]/not-found.tsx": () => ["/releases/nobody-brought-this"],
  "app/(inside)/cohorts/page.tsx": () => ["/cohorts", "/cohorts?colour=red"],
  "app/(inside)/cohorts/[cohort]/page.tsx": () => [
    "/cohorts/golden-200",
    "/cohorts/golden-200?page=2&version=1&colour=red",
  ],
  "app/(inside)/cohorts/[cohort]/not-found.tsx": () => ["/cohorts/nobody-made-this"],
  "app/(inside)/compare/page.tsx": () => [
    "/compare",
    "/compare?by=release&period=90d&colour=red",
    "/compare?a=nobody@1&b=nobody@2",
  ],
  "app/(inside)/data-health/page.tsx": () => ["/data-health"],
  "app/(inside)/ingest/page.tsx": () => ["/ingest"],
  "app/(inside)/lists/[thing]/page.tsx": () => [
    "/lists/contacts?metric=contact_false_containment_rate.numerator&then=voice",
    "/lists/handoffs?type=outage",
    "/lists/promises?metric=promise_kept_rate.denominator",
    "/lists/pii?arrived=leaked&sensitivity=critical&place=tool-arguments",
    "/lists/disclosures?metric=disclosures_given.denominator&found=not_given",
  ],
  "app/(inside)/disclosures/page.tsx": () => [
    "/disclosures",
    "/disclosures?found=given&on=voice&rule=recording-notice-all-party&page=2&colour=red",
    "/disclosures?type=nobody-asks-this",
  ],
  "app/(inside)/disclosures/queue/page.tsx": () => [
    "/disclosures/queue",
    "/disclosures/queue?waits=escalated&rule=recording-notice-all-party&on=voice&colour=red",
  ],
  "app/(inside)/disclosures/samples/page.tsx": () => [
    "/disclosures/samples",
    "/disclosures/samples?rule=recording-notice-all-party&on=voice&by=ai&colour=red",
  ],
  // Its states are in the story of e2e/disclosure-rules.spec.ts: nothing is drawn here.
  "app/(inside)/disclosures/samples/[sampleId]/page.tsx": () => [],
  "app/(inside)/disclosures/samples/[sampleId]/second/page.tsx": () => [],
  "app/(inside)/disclosures/coverage/page.tsx": () => [
    "/disclosures/coverage",
    "/disclosures/coverage?days=91&on=voice&region=nowhere&colour=red",
  ],
  "app/(inside)/disclosures/rules/page.tsx": () => ["/disclosures/rules"],
  "app/(inside)/disclosures/rules/[ruleId]/page.tsx": () => [
    "/disclosures/rules/recording-notice-all-party",
    "/disclosures/rules/pci-pause-recording",
  ],
  "app/(inside)/handoffs/page.tsx": () => [
    "/handoffs",
    "/handoffs?period=all&pair=chat%3Evoice&quote=2&promises=all&page=2&colour=red",
    "/handoffs?type=nobody-asks-this&promises=kept",
  ],
  "app/(inside)/insights/page.tsx": () => [
    "/insights",
    "/insights?period=all&type=outage&first=voice&colour=red",
    "/insights?type=nobody-asks-this",
  ],
  "app/(inside)/journeys/page.tsx": () => [
    "/journeys",
    "/journeys?period=all&starter=agent&order=duration&scale=relative&colour=red",
    "/journeys?scale=relative",
    "/journeys?type=nobody-asks-this",
  ],
  "app/(inside)/live/page.tsx": () => [
    "/live",
    "/live?list=promises&page=2&colour=red",
    "/live?list=mine&agent=nobody&team=nobody",
  ],
  "app/(inside)/metrics/page.tsx": () => ["/metrics", "/metrics?q=resolved&colour=red"],
  "app/(inside)/not-found.tsx": () => ["/quality/nobody-asks-this"],
  "app/(inside)/overview/page.tsx": () => [
    "/overview",
    "/overview?first=chat&period=all&colour=red",
    "/overview?type=nobody-asks-this&compare=none",
  ],
  "app/(inside)/persona/page.tsx": () => [
    "/persona",
    "/persona?attribute=sentenceLength&period=all&colour=red",
    "/persona?type=nobody-asks-this",
  ],
  "app/(inside)/pii/page.tsx": () => [
    "/pii",
    "/pii?kindOf=CARD&place=tool-arguments&on=voice&period=all&colour=red",
    "/pii?type=nobody-asks-this",
  ],
  "app/(inside)/quality/how-it-reads/page.tsx": () => ["/quality/how-it-reads"],
  "app/(inside)/quality/page.tsx": () => ["/quality"],
  "app/(inside)/quality/[evaluator]/page.tsx": () => [
    "/quality/conversation_resolution",
    "/quality/case_notes",
    "/quality/promises",
  ],
  "app/(inside)/quality/[evaluator]/label/page.tsx": () => [
    "/quality/conversation_resolution/label",
    "/quality/repeat_information/label?pick=unsure&at=1",
    "/quality/groundedness/label",
    "/quality/conversation_resolution/label?pick=disagreement",
  ],
  "app/(inside)/releases/[run]/items/[item]/page.tsx": () => [],
  "app/(inside)/releases/[run]/items/[item]/not-found.tsx": () => ["/releases/r1/items/nobody"],
  "app/(inside)/settings/page.tsx": () => ["/settings"],
  "app/(inside)/sla/page.tsx": () => ["/sla", "/sla?type=refund&channel=sms&colour=red"],
  // It leads on to what has the id.
  "app/(inside)/t/[id]/page.tsx": () => [],
  "app/(inside)/t/[id]/not-found.tsx": () => ["/t/nobody"],
  "app/(inside)/traces/[traceId]/page.tsx": ({ aTrace }) =>
    ["messages", "attributes", "scores", "raw"].map((tab) => `${aTrace}${tabOf(aTrace, tab)}`),
  "app/(inside)/traces/[traceId]/not-found.tsx": () => ["/traces/nobody"],
};

/** The pages of CX people: their words name no statistics, only definitions do. */
export const cxPages: ReadonlySet<string> = new Set(
  [
    ...[
      "overview",
      "live",
      "alerts",
      "journeys",
      "handoffs",
      "persona",
      "sla",
      "compare",
      "insights",
    ],
    ...["cases/(list)", "cases/[caseId]", "customers/[customerId]"],
  ].map((folder) => `app/(inside)/${folder}/page.tsx`),
);

/** The pages that render something of their own. */
export const drawnPages = Object.entries(everyPage).filter(
  ([, addressesOf]) => addressesOf({ aCase: "/", aTrace: "/", aCustomer: "/" }).length > 0,
);

function tabOf(href: string, tab: string): string {
  return `${href.includes("?") ? "&" : "?"}tab=${tab}`;
}

/** Switches to the demo. */
export async function showDemo(page: Page): Promise<void> {
  const cookie = { name: "workspace", value: "demo", domain: "127.0.0.1", path: "/" };
  await page.context().addCookies([cookie]);
}

let known: Found | undefined;

/** Follows links of the demo to a case of several touchpoints, its customer and one of its traces, once. */
export async function findAddresses(page: Page): Promise<Found> {
  known ??= await followLinks(page);
  return known;
}

async function followLinks(page: Page): Promise<Found> {
  await page.goto("/cases?sort=touchpoints");
  const aCase = await hrefOf(page, "/cases/");
  await page.goto(aCase);
  return {
    aCase,
    aTrace: await hrefOf(page, "/traces/"),
    aCustomer: await hrefOf(page, "/customers/"),
  };
}

async function hrefOf(page: Page, beginning: string): Promise<string> {
  const href = await page.locator(`main a[href^="${beginning}"]`).first().getAttribute("href");
  if (href === null) throw new Error(`${page.url()} has no link to ${beginning}`);
  return href;
}
