import Link from "next/link";
import type { SavedViewLine, SavedViewsModel } from "@/lib/format/layout/saved-views-model";

type DefaultViewNoteProps = {
  views: SavedViewsModel;
  /** The saved view that was opened; null where the address is none's. */
  opened: SavedViewLine | null;
  /** What the page shows, as a query string without page and preview. */
  search: string;
};

/** Says that what is shown is what one's role begins with, and leads out of it. */
export function DefaultViewNote({ views, opened, search }: DefaultViewNoteProps) {
  const { begins, path } = views;
  if (begins === null || ![search, opened?.search].includes(begins.search)) return null;
  return (
    <p className="text-secondary text-text-muted">
      Default for {begins.roleWords}: <b className="font-semibold text-text">{begins.name}</b> ·{" "}
      <Link className="inline-block min-h-6 text-link hover:underline" href={path} prefetch={false}>
        Show all
      </Link>
    </p>
  );
}
