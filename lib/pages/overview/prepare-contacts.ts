import type { NextPlace } from "@/lib/analytics/outcomes/contact-figures";
import type { MetricSubset } from "@/lib/analytics/metrics/metric";
import type { Figure } from "@/lib/analytics/metrics/figure";
import type { Channel } from "@/lib/domain/trace/channel";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { wilsonInterval } from "@/lib/stats/proportions/wilson-interval";
import type { BarRow, ChartSubject, DotRow } from "@/lib/analytics/charts/chart-model";
import { scaleOf } from "@/lib/analytics/charts/scale";
import { formatCount, formatCounted } from "@/lib/format/format";
import { childListHref, type NextChannel } from "@/lib/analytics/filter/child-list-query";
import {
  isFew,
  percent,
  percentRange,
  percentTick,
  rateBasis,
  rateWords,
} from "@/lib/format/share-words";
import { channelWords } from "@/lib/format/wording";
import type { FigureSource, ShownSource } from "@/lib/analytics/outcomes/figure-source";
import { counted, listHref } from "@/lib/analytics/words/overview-links";
import type { BarModel, DotModel } from "@/lib/analytics/charts/chart-model";

type Narrowed = { readonly on?: Channel; readonly to?: NextChannel };

/** The list of contacts of a metric's subset. */
export function contactsHref(
  { cases }: FigureSource,
  id: string,
  subset: MetricSubset,
  narrowed: Narrowed = {},
): string {
  return childListHref({ thing: "contacts", cases, metric: { id, subset }, ...narrowed });
}

/** Each channel's own containment, beside what holds across channels. */
export function prepareFirstContact(source: ShownSource): DotModel {
  const { firstContact } = source.figures.contacts;
  const own = firstContact.reduce(
    (sum, { rate }) => ({ hits: sum.hits + rate.hits, of: sum.of + rate.of }),
    { hits: 0, of: 0 },
  );
  const one = rateOf(source.figures.metrics.get("one_contact_resolution"));
  const lines = [
    {
      ...{ key: "all", subject: { channels: [], words: "Over all channels" }, rate: one },
      href: listHref(source.cases, {
        metric: { id: "one_contact_resolution", subset: "denominator" },
      }),
      hitsHref: listHref(source.cases, {
        metric: { id: "one_contact_resolution", subset: "numerator" },
      }),
    },
    ...firstContact.map(({ channel, rate }) => ({
      ...{ key: channel, subject: subjectOf(channel), rate },
      href: contactsHref(source, "fcr_per_channel", "denominator", { on: channel }),
      hitsHref: contactsHref(source, "fcr_per_channel", "numerator", { on: channel }),
    })),
  ].filter(({ rate }) => rate.of > 0);
  const rows: readonly DotRow[] = lines.map(({ key, subject, href, rate }) => ({
    ...{ key, subject, href, hollow: null },
    value: rate.hits / rate.of,
    interval: wilsonInterval(rate.hits, rate.of),
    shown: rateWords(rate),
    basis: rateBasis(rate),
  }));
  const title =
    own.of === 0 || one.of === 0
      ? "Too little is known to tell first contacts apart"
      : `Channel by channel ${rateWords(own)} of first contacts settle it; across all channels ${rateWords(one)} of cases are resolved in one contact`;
  return {
    rows,
    scale: scaleOf(rows, {
      ...{ least: 0, most: 1, reference: null },
      wordsOf: percentTick,
    }),
    frame: {
      title,
      subtitle:
        "Cases resolved with evidence in one contact, and first contacts on a channel with no further one on it within 7 days, 95% interval",
      label: `${title}. ${rows.map((row) => `${row.subject.words} ${row.shown}`).join(", ")}.`,
      table: {
        columns: [
          { words: "As seen", isNumber: false },
          { words: "Settled", isNumber: true },
          { words: "Of", isNumber: true },
          { words: "Rate, 95%", isNumber: true },
        ],
        rows: lines.map(({ subject, rate, href, hitsHref }) => [
          { words: subject.words },
          counted(rate.hits, hitsHref),
          { words: formatCount(rate.of), href },
          { words: `${rateWords(rate)}, ${rateBasis(rate)}` },
        ]),
      },
      links: [],
      note: "The first row counts cases and asks for evidence; the others count contacts and see nothing of what happens elsewhere. They are not to be subtracted.",
    },
  };
}

/** Channels on which customers returned after AI-only contacts. */
export function prepareContainment(source: ShownSource): BarModel {
  const { contained, back } = source.figures.contacts;
  const failed = back.reduce((sum, { count }) => sum + count, 0);
  const id = "contact_false_containment_rate";
  const rows: readonly BarRow[] = back.map(({ on, count }) => ({
    key: on,
    subject: placeSubject(on),
    amount: count,
    shown: formatCount(count),
    basis: shareOf({ hits: count, of: contained }),
    href: contactsHref(source, id, "numerator", { to: on }),
  }));
  const title = containmentTitle(source, failed);
  return {
    rows,
    frame: {
      title,
      subtitle:
        "Served by AI alone, then the same customer about the same issue within 72 hours, by the channel that received them",
      label: `${title}. ${rows.map((row) => `${row.subject.words} ${row.shown}`).join(", ")}.`,
      table: {
        columns: [
          { words: "Back on", isNumber: false },
          { words: "Contacts", isNumber: true },
          { words: "Of contained", isNumber: true },
        ],
        rows: rows.map((row) => [
          { words: row.subject.words },
          { words: row.shown, ...(row.href === null ? {} : { href: row.href }) },
          { words: row.basis },
        ]),
      },
      links:
        contained === 0
          ? []
          : [
              {
                words: `All ${formatCount(contained)} contained`,
                href: contactsHref(source, id, "denominator"),
              },
            ],
      note: containmentNote(source),
    },
  };
}

function containmentTitle({ figures }: ShownSource, failed: number): string {
  const { contained, back } = figures.contacts;
  if (contained === 0) return "AI alone served no contact long enough ago";
  const rate = { hits: failed, of: contained };
  const [top, second] = [...back].sort((one, other) => other.count - one.count);
  const lead = `${formatCount(failed)} of ${formatCounted(contained, "contained contact")} came back within 72 hours (${rateWords(rate)})`;
  if (top === undefined || top.count === second?.count) return lead;
  const where = top.on === "another case" ? "in another case" : `on ${inSentence(top.on)}`;
  return `${lead}, ${top.count * 2 > failed ? "most of them" : "most often"} ${where}`;
}

function containmentNote({ figures }: FigureSource): string {
  const [reported, net, judged] = [
    rateOf(figures.metrics.get("containment_rate")),
    rateOf(figures.metrics.get("net_containment")),
    figures.metrics.get("contact_false_containment_rate"),
  ];
  if (reported.of === 0 || net.of === 0) return "";
  const waiting =
    judged === undefined || judged.waiting === 0
      ? ""
      : ` ${formatCounted(judged.waiting, "contained contact is", "contained contacts are")} under 72 hours old and left out.`;
  return `Contained as reported ${rateWords(reported)} (${rateBasis(reported)}); contained, and it held ${rateWords(net)} (${rateBasis(net)}).${waiting} A customer who gives up does not come back either.`;
}

function shareOf({ hits, of }: Proportion): string {
  const interval = wilsonInterval(hits, of);
  if (interval === null || isFew(of)) return `of ${formatCount(of)}`;
  return `${percent(hits / of, of)} [${percentRange(interval, of)}]`;
}

function rateOf(figure: Figure | undefined): Proportion {
  return figure?.unit === "share" ? { hits: figure.hits, of: figure.of } : { hits: 0, of: 0 };
}

function subjectOf(channel: Channel): ChartSubject {
  return { channels: [channel], words: channelWords[channel] };
}

function placeSubject(place: NextPlace): ChartSubject {
  return place === "another case" ? { channels: [], words: "In another case" } : subjectOf(place);
}

function inSentence(channel: Channel): string {
  return channel === "sms" ? "SMS" : channelWords[channel].toLowerCase();
}
