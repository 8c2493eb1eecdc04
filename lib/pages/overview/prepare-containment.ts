import type { NextPlace } from "@/lib/analytics/outcomes/contact-figures";
import type { MetricSubset } from "@/lib/analytics/metrics/metric";
import type { Figure } from "@/lib/analytics/metrics/figure";
import type { Channel } from "@/lib/domain/trace/channel";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import type { BarModel, BarRow, ChartSubject } from "@/lib/analytics/charts/chart-model";
import { formatCount } from "@/lib/format/format";
import { childListHref, type NextChannel } from "@/lib/analytics/filter/child-list-query";
import { isFew, percent, rateWords } from "@/lib/format/share-words";
import { channelInSentence, channelWords } from "@/lib/format/wording";
import type { FigureSource, ShownSource } from "@/lib/analytics/outcomes/figure-source";
import { containmentWords } from "./words";

type Narrowed = { readonly to?: NextChannel };

/** The list of contacts of a metric's subset. */
function contactsHref(
  { cases }: FigureSource,
  id: string,
  subset: MetricSubset,
  narrowed: Narrowed = {},
): string {
  return childListHref({ thing: "contacts", cases, metric: { id, subset }, ...narrowed });
}

/**
 * Channels on which customers returned after AI-only contacts.
 * @param isEndKnown false: the data can't say how cases end, and no resolution is shown
 */
export function prepareContainment(source: ShownSource, isEndKnown: boolean): BarModel {
  const { contained, back } = source.figures.contacts;
  const failed = back.reduce((sum, { count }) => sum + count, 0);
  const id = "contact_false_containment_rate";
  const rows: readonly BarRow[] = back.map(({ on, count }) => ({
    key: on,
    subject: placeSubject(on),
    amount: count,
    shown: formatCount(count),
    basis: isFew(contained) ? "" : percent(count / contained, contained),
    href: contactsHref(source, id, "numerator", { to: on }),
  }));
  const title = containmentTitle(source, failed);
  return {
    rows,
    frame: {
      title,
      subtitle: containmentWords.subtitle,
      label: `${title}. ${rows.map((row) => `${row.subject.words} ${row.shown}`).join(", ")}.`,
      table: {
        columns: [
          { words: containmentWords.columns.back, isNumber: false },
          { words: containmentWords.columns.contacts, isNumber: true },
          { words: containmentWords.columns.share, isNumber: true },
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
                words: containmentWords.all(contained),
                href: contactsHref(source, id, "denominator"),
              },
            ],
      note: containmentNote(source, isEndKnown),
    },
  };
}

function containmentTitle({ figures }: ShownSource, failed: number): string {
  const { contained, back } = figures.contacts;
  if (contained === 0) return containmentWords.none;
  const rate = { hits: failed, of: contained };
  const [top, second] = [...back].sort((one, other) => other.count - one.count);
  const lead = containmentWords.title(failed, contained, rateWords(rate));
  if (top === undefined || top.count === second?.count) return lead;
  const where =
    top.on === "another case"
      ? containmentWords.inAnotherCase
      : containmentWords.onChannel(channelInSentence(top.on));
  return `${lead}${containmentWords.most(top.count * 2 > failed, where)}`;
}

/** What is reported, what of it held, and what one channel sees of it. */
function containmentNote({ figures }: FigureSource, isEndKnown: boolean): string {
  const of = (id: string) => rateOf(figures.metrics.get(id));
  const [reported, net] = [of("containment_rate"), of("net_containment")];
  const [own, one] = [of("fcr_per_channel"), of("one_contact_resolution")];
  const judged = figures.metrics.get("contact_false_containment_rate");
  const waiting = judged?.waiting ?? 0;
  return [
    ...(reported.of === 0 || net.of === 0
      ? []
      : [containmentWords.held(rateWords(reported), rateWords(net))]),
    ...(own.of === 0 || one.of === 0 || !isEndKnown
      ? []
      : [containmentWords.oneChannel(rateWords(own), rateWords(one))]),
    ...(waiting === 0 ? [] : [containmentWords.tooRecent(waiting)]),
  ].join(" ");
}

function rateOf(figure: Figure | undefined): Proportion {
  return figure?.unit === "share" ? { hits: figure.hits, of: figure.of } : { hits: 0, of: 0 };
}

function subjectOf(channel: Channel): ChartSubject {
  return { channels: [channel], words: channelWords[channel] };
}

function placeSubject(place: NextPlace): ChartSubject {
  return place === "another case"
    ? { channels: [], words: containmentWords.anotherCase }
    : subjectOf(place);
}
