import Link from "next/link";
import type { LiveModel } from "@/lib/pages/live/live-model";
import { newRows, table } from "@/lib/pages/live/words/view";
import { Kbd } from "../ui/kbd";

type SectionRowProps = {
  /** Undefined: of a row that is on the list no more. */
  section: LiveModel["sections"][number] | undefined;
  columns: number;
};

/** The heading of a part of the list. */
export function SectionRow({ section, columns }: SectionRowProps) {
  if (section === undefined) return null;
  return (
    <tr data-section="">
      <th scope="rowgroup" colSpan={columns}>
        {section.words} <span className="font-normal text-text-muted">{section.count}</span>
      </th>
    </tr>
  );
}

/** Draws what waits because somebody points at the rows. */
export function WaitingRows({ added, onShow }: { added: number; onShow: () => void }) {
  return (
    <button
      type="button"
      className="absolute -top-3 left-1/2 z-10 inline-flex min-h-6 -translate-x-1/2 cursor-pointer items-center gap-1.5 rounded-control border border-border-strong bg-panel px-2 text-secondary shadow-overlay hover:bg-hover print:hidden"
      onClick={onShow}
    >
      {added === 0 ? table.orderChanged : newRows(added)} <Kbd label="u" />
    </button>
  );
}

/** Leads to what the list leaves out. */
export function LeftOut({ left }: { left: NonNullable<LiveModel["left"]> }) {
  return (
    <p className="border-t border-border px-3 py-2 text-secondary">
      <Link
        className="inline-flex min-h-6 items-center text-link hover:underline"
        href={left.href}
        prefetch={false}
      >
        {left.words}
      </Link>
    </p>
  );
}
