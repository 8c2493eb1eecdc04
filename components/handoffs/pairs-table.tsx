import Link from "next/link";
import type { PairRow, PairsModel } from "@/lib/pages/handoffs/handoffs-model";
import { pairsWords } from "@/lib/pages/handoffs/words";
import { ChannelLabel } from "../case/channel-label";
import { ChartFrame } from "../charts/chart-frame";
import { ScrollRegion } from "@/components/ui/scroll-region";

const head = "py-1.5 pl-3 font-normal";
/** Hidden on narrow screens; the table below has them. */
const roomyOnly = "max-roomy:hidden";

/** Facts kept or lost at handoffs, by pair of channels. */
export function PairsTable({ pairs }: { pairs: PairsModel }) {
  const { frame, rows, legend } = pairs;
  const { columns } = pairsWords;
  return (
    <ChartFrame
      frame={frame}
      topic="context-by-pair"
      foot={
        <span className="flex flex-wrap gap-x-4 gap-y-1">
          {legend.map(({ key, words, fill }) => (
            <span key={key} className="inline-flex items-center gap-1.5">
              <span className={`bar-${fill} size-2.5 rounded-[2px]`} />
              {words}
            </span>
          ))}
        </span>
      }
    >
      <ScrollRegion label={pairsWords.scroll} look="-mx-4">
        <table className="w-full tabular-nums roomy:min-w-[640px]">
          <thead>
            <tr className="text-secondary whitespace-nowrap text-text-faint">
              <th scope="col" className="py-1.5 pl-4 text-left font-normal">
                {columns.pair}
              </th>
              <th scope="col" className={`${head} text-right`}>
                {columns.handoffs}
              </th>
              <th scope="col" className={`${head} w-[26%] text-left ${roomyOnly}`}>
                {columns.share}
              </th>
              <th scope="col" className={`${head} text-right ${roomyOnly}`}>
                {columns.carried}
              </th>
              <th scope="col" className={`${head} text-right ${roomyOnly}`}>
                {columns.askedAgain}
              </th>
              <th scope="col" className={`${head} text-right ${roomyOnly}`}>
                {columns.saidAgain}
              </th>
              <th scope="col" className={`${head} text-right ${roomyOnly}`}>
                {columns.lost}
              </th>
              <th scope="col" className={`${head} pr-4 text-right`}>
                {columns.kept}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </ChartFrame>
  );
}

function Row({ row }: { row: PairRow }) {
  const { handoffs, listHref, isChosen, segments, label, kept } = row;
  const { carried, askedAgain, saidAgain, lost } = row;
  return (
    <tr
      className={`h-9 border-t border-border ${isChosen ? "bg-selected shadow-[inset_2px_0_var(--focus)]" : "hover:bg-hover"}`}
    >
      <td className="pl-4 whitespace-nowrap">
        <PairName row={row} />
      </td>
      <td className="pl-3 text-right">
        {listHref === null ? (
          handoffs
        ) : (
          <Link
            className="inline-flex min-h-6 items-center text-link hover:underline"
            href={listHref}
            prefetch={false}
          >
            {handoffs}
          </Link>
        )}
      </td>
      <td className={`pl-3 ${roomyOnly}`}>
        <span role="img" aria-label={label} title={label} className="flex h-3.5 gap-px">
          {segments
            .filter(({ count }) => count > 0)
            .map(({ key, count, fill }) => (
              <span
                key={key}
                className={`bar-${fill} min-w-0.5`}
                style={{ flex: `${String(count)} 1 0` }}
              />
            ))}
        </span>
      </td>
      <td className={`pl-3 text-right ${roomyOnly}`}>{carried}</td>
      <td className={`pl-3 text-right ${roomyOnly}`}>{askedAgain}</td>
      <td className={`pl-3 text-right ${roomyOnly}`}>{saidAgain}</td>
      <td className={`pl-3 text-right ${roomyOnly}`}>{lost}</td>
      <td className="pr-4 pl-3 text-right whitespace-nowrap">
        <b>{kept}</b> <span className="text-secondary text-text-muted">{row.interval}</span>
      </td>
    </tr>
  );
}

function PairName({ row: { pair, words, chooseHref, isChosen } }: { row: PairRow }) {
  if (pair === null || chooseHref === null) return words;
  return (
    <Link
      className="inline-flex min-h-6 items-center gap-1.5 hover:underline"
      href={chooseHref}
      prefetch={false}
      scroll={false}
      aria-current={isChosen ? "true" : undefined}
      aria-label={pairsWords.showQuotes(words)}
    >
      <ChannelLabel channel={pair.from} />
      <span className="text-text-faint">→</span>
      {pair.from === pair.to ? pairsWords.sameChannel : <ChannelLabel channel={pair.to} />}
    </Link>
  );
}
